package io.kubefate.server.kubernetes;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Ownership;
import java.util.function.Consumer;

/** Observes the health of clusters. Every method throws {@link KubernetesException}. */
public interface ClusterHealthSource {

    /**
     * Returns the current health of a cluster.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @return the workloads and their reasons
     */
    ClusterHealth observe(String namespace, String clusterId);

    /**
     * Watches the health of a cluster, without polling. Reports the current health, and then each change that follows from its
     * workloads, pods, claims or events; several changes may be reported as one. A crash is reported immediately, and again with the
     * last lines of the log. Reconnects when Kubernetes was unavailable.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; may be closed from within {@code onChange}, and does not wait for a running call
     */
    Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange);

    /**
     * Watches all clusters while the service runs. Watches no kind before {@link ClusterFeed#include}.
     *
     * @param onChange receives the id of a cluster, from any thread, after an object with its label {@link Ownership#CLUSTER} was
     *     found initially, created, changed or deleted; must not block
     * @return the feed, which reconnects when Kubernetes was unavailable
     */
    ClusterFeed follow(Consumer<String> onChange);
}
