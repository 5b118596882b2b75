package io.kubefate.server.kubernetes.access;

import io.kubefate.server.kubernetes.Kubernetes.Watch;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way into the pods of clusters. Every method throws {@link io.kubefate.server.kubernetes.KubernetesException} with what
 * Kubernetes said.
 */
public interface PodAccess extends AutoCloseable {

    /**
     * The containers of a cluster.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link io.kubefate.server.kubernetes.Ownership#CLUSTER}
     * @return by name of the pod; in a pod first those that run before the others, in the order of its specification
     */
    List<PodContainer> containers(String namespace, String clusterId);

    /**
     * Follows the containers of a cluster by a watch: once as they are, then whenever a pod has changed.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @param onChange told all containers; one call at a time
     * @return ends the watch
     */
    Watch watchContainers(String namespace, String clusterId, Consumer<List<PodContainer>> onChange);

    /**
     * Opens the log of a container. Waits for its first bytes, which may take as long as the container is silent; an interrupt
     * of the thread ends that, and every read.
     *
     * @param namespace its namespace
     * @param container which one
     * @param options which lines
     * @return UTF-8 text, as the container wrote it; is read from Kubernetes only as fast as it is read here
     */
    InputStream openLog(String namespace, PodContainer container, LogOptions options);

    @Override
    void close();
}
