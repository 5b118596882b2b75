/** Clusters: plans, installs, updates, rollbacks, drift and checks. */
package io.kubefate.server.service.cluster;
