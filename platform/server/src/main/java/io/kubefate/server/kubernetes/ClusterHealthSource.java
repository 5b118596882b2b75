package io.kubefate.server.kubernetes;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Ownership;
import java.util.function.Consumer;

/** The health of clusters, now and as it changes. Every method throws {@link KubernetesException}. */
public interface ClusterHealthSource {

    /**
     * The state of a cluster now.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @return its workloads and their reasons
     */
    ClusterHealth observe(String namespace, String clusterId);

    /**
     * Follows the state of a cluster by watches, not by polling: once with the present state, then whenever what
     * Kubernetes reports of its workloads, pods, claims or events has changed it (several changes at once may be told
     * as one). A crash is told at once, and again with the last lines of the log. When Kubernetes goes away, the watch
     * goes on as soon as it is back.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; may be closed from within {@code onChange}, and does not wait for a call under way
     */
    Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange);

    /**
     * Follows all clusters at once, for as long as the service runs. Follows no kind before {@link ClusterFeed#include}.
     *
     * @param onChange told the id of a cluster, from any thread, after an object that carries its label {@link
     *     Ownership#CLUSTER} was made, changed or deleted, or was found at the beginning; must not block
     * @return the feed; when Kubernetes goes away it goes on as soon as that is back
     */
    ClusterFeed follow(Consumer<String> onChange);
}
