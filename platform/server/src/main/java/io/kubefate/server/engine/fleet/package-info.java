/**
 * Watches every cluster that is installed, for as long as the service runs: whether it is ready, and whether it still is what its
 * revision says. Costs one watch for each kind of object, however many clusters there are, and nothing while nothing changes.
 */
package io.kubefate.server.engine.fleet;
