package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.row.RowTimes;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code cluster}.
 *
 * @param id the row number
 * @param identity which cluster
 * @param release the release that it has, or is to have while it is being installed
 * @param spec the cluster.yaml text as the client sent it
 * @param revision the newest revision that was installed with success; 0 before
 * @param status its state
 * @param times when the row changed
 */
public record ClusterRecord(
        long id,
        @Nested ClusterIdentity identity,
        @Nested StoredRelease release,
        Confidential<String> spec,
        int revision,
        ClusterStatus status,
        @Nested RowTimes times) {

    public ClusterRecord {
        requireNonNull(identity, "identity is null");
        requireNonNull(release, "release is null");
        spec = spec.in(ConfidentialColumn.CLUSTER_SPEC.cell(identity.uuid()));
        requireNonNull(status, "status is null");
        requireNonNull(times, "times is null");
    }

    /** Returns a cluster that is being accepted: Pending, without a row number. */
    public static ClusterRecord pending(ClusterIdentity identity, StoredRelease release, String spec, Instant at) {
        return new ClusterRecord(
                0, identity, release, Confidential.of(spec), 0, ClusterStatus.Pending, RowTimes.created(at));
    }

    public Owner owner() {
        return new Owner(uuid(), name(), namespace());
    }

    public String uuid() {
        return identity.uuid();
    }

    public String name() {
        return identity.name();
    }

    public String namespace() {
        return identity.namespace();
    }

    public String chartName() {
        return release.chartName();
    }

    public String chartVersion() {
        return release.chartVersion();
    }

    public String engine() {
        return release.engine();
    }
}
