/** Backups of a service that runs: only one process can open the embedded database. */
@NullMarked
package io.kubefate.server.backup;

import org.jspecify.annotations.NullMarked;
