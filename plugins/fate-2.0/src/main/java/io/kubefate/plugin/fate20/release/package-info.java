/** FATE 2.0.0. */
@NullMarked
package io.kubefate.plugin.fate20.release;

import org.jspecify.annotations.NullMarked;
