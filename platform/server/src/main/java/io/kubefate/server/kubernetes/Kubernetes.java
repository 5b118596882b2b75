package io.kubefate.server.kubernetes;

/**
 * All that the service needs of Kubernetes. The wiring makes one; a class takes the narrow interface that it uses. Implemented with the
 * fabric8 client, and by the sandbox, which runs no container.
 */
public interface Kubernetes
        extends NamespaceClient,
                ObjectClient,
                PreflightFactsSource,
                ClusterHealthSource,
                CommandRunner,
                BatchJobClient,
                AutoCloseable {

    /** Returns which Kubernetes this is, for logs and people, for example {@code https://10.0.0.1:6443 (v1.20.2)}. */
    String description();

    @Override
    void close();
}
