/** Copies clusters, jobs and users from the database of the original KubeFATE. */
@NullMarked
package io.kubefate.server.store.original;

import org.jspecify.annotations.NullMarked;
