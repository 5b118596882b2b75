/** The values that the templates use. */
@NullMarked
package io.kubefate.plugin.fate20.model;

import org.jspecify.annotations.NullMarked;
