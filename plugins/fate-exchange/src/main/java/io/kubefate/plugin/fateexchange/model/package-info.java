/** The values that the templates use. */
@NullMarked
package io.kubefate.plugin.fateexchange.model;

import org.jspecify.annotations.NullMarked;
