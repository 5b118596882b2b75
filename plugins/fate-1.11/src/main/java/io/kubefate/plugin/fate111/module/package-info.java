/** The modules of FATE 1.11, and what differs between its releases. */
@NullMarked
package io.kubefate.plugin.fate111.module;

import org.jspecify.annotations.NullMarked;
