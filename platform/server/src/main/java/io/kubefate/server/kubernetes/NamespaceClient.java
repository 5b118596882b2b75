package io.kubefate.server.kubernetes;

import java.util.List;

/** Lists and creates namespaces. Every method throws {@link KubernetesException}. */
public interface NamespaceClient {

    /** Returns all namespaces by name. */
    List<NamespaceView> namespaces();

    /**
     * Creates a namespace unless it exists. A namespace that is being deleted is a transient failure until it no longer exists.
     *
     * @param name its name
     * @return whether it was created
     */
    boolean createNamespace(String name);
}
