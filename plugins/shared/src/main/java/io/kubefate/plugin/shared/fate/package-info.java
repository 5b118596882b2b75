/**
 * Chart {@code fate} of FATE 1.5: everything but its engines' rules. Engine and modules can be combined freely, so each plugin of the
 * chart has all of it.
 */
package io.kubefate.plugin.shared.fate;
