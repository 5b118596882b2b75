/** The modules and engines. */
@NullMarked
package io.kubefate.plugin.shared.fate.module;

import org.jspecify.annotations.NullMarked;
