package io.kubefate.server.kubernetes.access;

import io.kubefate.server.kubernetes.Watch;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Accesses the pods of clusters. Every method throws {@link io.kubefate.server.kubernetes.KubernetesException} with the message of
 * Kubernetes.
 */
public interface PodAccess extends AutoCloseable {

    /**
     * Returns the containers of a cluster.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link io.kubefate.server.kubernetes.Ownership#CLUSTER}
     * @return the containers by name of the pod; in a pod, init containers first, in the order of its specification
     */
    List<PodContainer> containers(String namespace, String clusterId);

    /**
     * Watches the containers of a cluster. Reports the current ones, and then all of them whenever one changes. The listeners of a
     * cluster share one watch.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @param onChange receives all containers, one call at a time; must not block
     * @return closes the watch
     */
    Watch watchContainers(String namespace, String clusterId, Consumer<List<PodContainer>> onChange);

    /**
     * Opens the log of a container. Blocks until the first bytes, as long as the container writes nothing; an interrupt of the thread
     * ends this and every read.
     *
     * @param namespace its namespace
     * @param container the container
     * @param options the lines to read
     * @return UTF-8 text as the container wrote it, read from Kubernetes only as fast as the caller reads
     */
    InputStream openLog(String namespace, PodContainer container, LogOptions options);

    /**
     * Returns the events of the workloads, pods and claims of a cluster, including deleted ones.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @return the events, oldest first
     */
    List<ObjectEvent> events(String namespace, String clusterId);

    /**
     * Watches events. Reports the existing ones, oldest first, and then each that is new or occurs again. The listeners of a cluster
     * share one watch.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @param onEvent receives the event, one call at a time; must not block
     * @return closes the watch
     */
    Watch watchEvents(String namespace, String clusterId, Consumer<ObjectEvent> onEvent);

    /**
     * Runs a command in a container. Reports failures to the listener.
     *
     * @param namespace its namespace
     * @param container the container
     * @param options the command
     * @param listener receives the frames
     */
    void exec(String namespace, PodContainer container, ExecOptions options, PodChannel.Listener listener);

    /**
     * Returns the web pages of a cluster.
     *
     * @param namespace its namespace
     * @param clusterId as above
     * @return the pages by name of the Service
     */
    List<Page> pages(String namespace, String clusterId);

    /**
     * Connects to a ready pod of a page. Reports failures to the listener.
     *
     * @param namespace its namespace
     * @param page the page
     * @param listener receives the frames
     */
    void forward(String namespace, Page page, PodChannel.Listener listener);

    @Override
    void close();
}
