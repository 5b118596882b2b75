/** Checks of a running cluster of chart {@code fate}. */
@NullMarked
package io.kubefate.plugin.fate15.check;

import org.jspecify.annotations.NullMarked;
