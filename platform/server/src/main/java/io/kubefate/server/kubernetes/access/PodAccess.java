package io.kubefate.server.kubernetes.access;

import io.kubefate.server.kubernetes.Watch;
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

    /**
     * What Kubernetes reports about the workloads, pods and claims of a cluster, also about those that are gone.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @return oldest first
     */
    List<ObjectEvent> events(String namespace, String clusterId);

    /**
     * Follows events by one watch: first those that are known, oldest first, then each that comes or happens once more.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @param onEvent one call at a time
     * @return ends the watch
     */
    Watch watchEvents(String namespace, String clusterId, Consumer<ObjectEvent> onEvent);

    /**
     * Runs a command in a container. Failures are told to the listener.
     *
     * @param namespace its namespace
     * @param container which one
     * @param options the command
     * @param listener the other side
     */
    void exec(String namespace, PodContainer container, ExecOptions options, PodChannel.Listener listener);

    /**
     * The pages of a cluster.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @return by name of the Service
     */
    List<Page> pages(String namespace, String clusterId);

    /**
     * Connects to a ready pod behind a page. Failures are told to the listener.
     *
     * @param namespace its namespace
     * @param page which one
     * @param listener the other side
     */
    void forward(String namespace, Page page, PodChannel.Listener listener);

    @Override
    void close();
}
