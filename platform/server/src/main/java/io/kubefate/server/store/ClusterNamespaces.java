package io.kubefate.server.store;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The namespaces of clusters and jobs, also of deleted ones. */
public final class ClusterNamespaces {

    private final ClusterDao clusters;

    public ClusterNamespaces(Jdbi jdbi) {
        this.clusters = jdbi.onDemand(ClusterDao.class);
    }

    /** Returns the namespace of a cluster; empty if there never was such a cluster. */
    public Optional<String> ofCluster(String uuid) {
        return clusters.namespace(uuid);
    }

    /** Returns the namespace of the cluster of a job; empty if there never was such a job. */
    public Optional<String> ofJob(String uuid) {
        return clusters.namespaceOfJob(uuid);
    }
}
