package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.Collection;

/**
 * Watches the objects of all clusters, with one watch for each kind. Reports the id of a changed cluster, not the change: the
 * listener reads the state itself.
 */
public interface ClusterFeed extends AutoCloseable {

    /**
     * Adds the kinds of these objects to the watch. Ignores kinds that Kubernetes does not serve.
     *
     * @param objects any objects, of which only the kinds are used
     * @throws KubernetesException if Kubernetes does not report the kinds that it serves
     */
    void include(Collection<ObjectRef> objects);

    /** Returns whether every watch is connected, so that all changes so far have been reported. */
    boolean isLive();

    @Override
    void close();
}
