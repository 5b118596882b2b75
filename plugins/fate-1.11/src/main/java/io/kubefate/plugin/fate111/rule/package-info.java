/** Rules of FATE 1.11 alone. */
@NullMarked
package io.kubefate.plugin.fate111.rule;

import org.jspecify.annotations.NullMarked;
