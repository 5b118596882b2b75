/** Clusters: plans, installs, updates, rollbacks, drift and checks. */
@NullMarked
package io.kubefate.server.service.cluster;

import org.jspecify.annotations.NullMarked;
