package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code cluster} without its cluster.yaml, which is large and encrypted.
 *
 * @param revision the newest revision that was installed with success; the cluster.yaml changes only with it
 */
public record ClusterSummary(
        @Nested ClusterIdentity identity, @Nested StoredRelease release, int revision, ClusterStatus status) {

    public ClusterSummary {
        requireNonNull(identity, "identity is null");
        requireNonNull(release, "release is null");
        requireNonNull(status, "status is null");
    }
}
