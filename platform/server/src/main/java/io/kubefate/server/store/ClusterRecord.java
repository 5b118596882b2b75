package io.kubefate.server.store;

import io.kubefate.planning.manifest.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of table {@code cluster}.
 *
 * @param id the row number
 * @param uuid the cluster's id
 * @param name its name
 * @param namespace its Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param engine for example {@code eggroll}
 * @param spec the cluster.yaml text as the client sent it
 * @param revision the newest revision that was installed with success; 0 before
 * @param status its state
 * @param createdAt when it was accepted
 * @param updatedAt when the row changed last
 * @param deletedAt when it was gone
 */
public record ClusterRecord(
        long id,
        String uuid,
        String name,
        String namespace,
        String chartName,
        String chartVersion,
        String engine,
        String spec,
        int revision,
        ClusterStatus status,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt) {

    public Owner owner() {
        return new Owner(uuid, name, namespace);
    }

    /**
     * A cluster that is being accepted.
     *
     * @param uuid a new id
     * @param name its name
     * @param namespace its Kubernetes namespace
     * @param chartName for example {@code fate}
     * @param chartVersion for example {@code v1.5.0}
     * @param engine for example {@code eggroll}
     * @param spec the cluster.yaml text
     * @param at when it is accepted
     * @return the cluster, Pending, without a row number
     */
    public static ClusterRecord pending(
            String uuid,
            String name,
            String namespace,
            String chartName,
            String chartVersion,
            String engine,
            String spec,
            Instant at) {
        return new ClusterRecord(
                0,
                uuid,
                name,
                namespace,
                chartName,
                chartVersion,
                engine,
                spec,
                0,
                ClusterStatus.Pending,
                at,
                at,
                Optional.empty());
    }
}
