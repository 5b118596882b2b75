package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.Collection;

/**
 * Follows the objects of all clusters at once: one watch for each kind, however many clusters there are. It tells which cluster
 * has changed and not what; whoever is told looks for himself.
 */
public interface ClusterFeed extends AutoCloseable {

    /**
     * Follows the kinds of these objects, too. Those that Kubernetes does not serve are left out.
     *
     * @param objects any objects; their kinds alone matter
     * @throws KubernetesException if Kubernetes cannot say which kinds it serves
     */
    void include(Collection<ObjectRef> objects);

    /** {@return whether every watch stands at this moment, so that what was told is all there is to tell} */
    boolean isLive();

    @Override
    void close();
}
