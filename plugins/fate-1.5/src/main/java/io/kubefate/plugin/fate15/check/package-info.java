/** Checks of a running cluster of chart {@code fate}. */
package io.kubefate.plugin.fate15.check;
