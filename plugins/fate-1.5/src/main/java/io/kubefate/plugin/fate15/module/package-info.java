/** The engines of FATE 1.5.0 and the modules of its clusters. */
@NullMarked
package io.kubefate.plugin.fate15.module;

import org.jspecify.annotations.NullMarked;
