/** Rows of clusters and their revisions. */
@NullMarked
package io.kubefate.server.store.cluster;

import org.jspecify.annotations.NullMarked;
