/** Checks of a running cluster. */
@NullMarked
package io.kubefate.plugin.shared.fate.check;

import org.jspecify.annotations.NullMarked;
