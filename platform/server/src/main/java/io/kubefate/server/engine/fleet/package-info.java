/**
 * Watches every installed cluster: whether it is ready, and whether it matches its revision. Needs one watch for each kind of object,
 * regardless of the number of clusters, and no requests while nothing changes.
 */
@NullMarked
package io.kubefate.server.engine.fleet;

import org.jspecify.annotations.NullMarked;
