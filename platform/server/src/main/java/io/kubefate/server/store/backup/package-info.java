/** Copies all tables to a file and back, also between different databases. */
@NullMarked
package io.kubefate.server.store.backup;

import org.jspecify.annotations.NullMarked;
