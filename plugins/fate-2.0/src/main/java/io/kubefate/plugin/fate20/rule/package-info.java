/** Rules of FATE 2 alone. */
@NullMarked
package io.kubefate.plugin.fate20.rule;

import org.jspecify.annotations.NullMarked;
