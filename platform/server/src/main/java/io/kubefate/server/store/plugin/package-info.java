/** Rows of installed and retired plugins. */
@NullMarked
package io.kubefate.server.store.plugin;

import org.jspecify.annotations.NullMarked;
