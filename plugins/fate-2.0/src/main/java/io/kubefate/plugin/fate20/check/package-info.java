/** Checks of a running cluster. */
@NullMarked
package io.kubefate.plugin.fate20.check;

import org.jspecify.annotations.NullMarked;
