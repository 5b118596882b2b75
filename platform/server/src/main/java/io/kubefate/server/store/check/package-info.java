/** Rows of the checks of running clusters. */
@NullMarked
package io.kubefate.server.store.check;

import org.jspecify.annotations.NullMarked;
