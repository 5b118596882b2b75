package io.kubefate.server.kubernetes;

import java.util.List;

/** Lists namespaces. */
public interface NamespaceSource {

    /**
     * Returns all namespaces by name.
     *
     * @throws KubernetesException if they cannot be listed
     */
    List<NamespaceView> namespaces();
}
