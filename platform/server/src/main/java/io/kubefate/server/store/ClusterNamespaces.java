package io.kubefate.server.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The namespaces of clusters and jobs, also of deleted ones. */
public final class ClusterNamespaces {

    private final ClusterDao clusters;

    public ClusterNamespaces(Jdbi jdbi) {
        this.clusters = SharedDao.of(jdbi, ClusterDao.class);
    }

    /** Returns the namespace of a cluster; empty if there never was such a cluster. */
    public Optional<String> ofCluster(String uuid) {
        return clusters.namespace(uuid);
    }

    /** Returns the namespaces of clusters by their ids, without clusters that never were. */
    public Map<String, String> ofClusters(Set<String> uuids) {
        return uuids.isEmpty() ? Map.of() : clusters.namespaces(uuids);
    }

    /** Returns the namespace of the cluster of a job; empty if there never was such a job. */
    public Optional<String> ofJob(String uuid) {
        return clusters.namespaceOfJob(uuid);
    }
}
