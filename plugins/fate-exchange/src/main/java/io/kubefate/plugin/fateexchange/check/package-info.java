/** Checks of a running exchange. */
@NullMarked
package io.kubefate.plugin.fateexchange.check;

import org.jspecify.annotations.NullMarked;
