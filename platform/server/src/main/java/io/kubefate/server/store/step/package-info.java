/** Rows of the steps of upgrades. */
@NullMarked
package io.kubefate.server.store.step;

import org.jspecify.annotations.NullMarked;
