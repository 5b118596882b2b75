/** The modules of FATE 2, and what differs between its releases. */
@NullMarked
package io.kubefate.plugin.fate20.module;

import org.jspecify.annotations.NullMarked;
