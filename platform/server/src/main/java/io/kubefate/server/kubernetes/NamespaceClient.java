package io.kubefate.server.kubernetes;

import java.util.List;

/** The namespaces of a Kubernetes. Every method throws {@link KubernetesException}. */
public interface NamespaceClient {

    /** {@return all namespaces, by name} */
    List<NamespaceView> namespaces();

    /**
     * Makes a namespace unless it exists. One that is being deleted is unavailable until it is gone.
     *
     * @param name its name
     * @return whether it was made
     */
    boolean createNamespace(String name);
}
