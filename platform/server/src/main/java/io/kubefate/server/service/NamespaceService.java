package io.kubefate.server.service;

import io.kubefate.api.Namespace;
import java.util.List;

/** The namespaces of the Kubernetes that the service works on. */
public class NamespaceService {

    /** {@return all namespaces, by name} */
    public List<Namespace> list() {
        throw new UnsupportedOperationException();
    }
}
