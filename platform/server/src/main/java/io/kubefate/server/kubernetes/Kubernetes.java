package io.kubefate.server.kubernetes;

/**
 * Everything that the service needs from Kubernetes. The wiring creates one instance; classes take the narrow interface that they
 * use. Implemented with the fabric8 client, and by the sandbox, which runs no container.
 */
public interface Kubernetes
        extends NamespaceClient,
                ObjectClient,
                WorkloadRestarter,
                PreflightFactsSource,
                ClusterHealthSource,
                CommandRunner,
                BatchJobClient,
                AutoCloseable {

    /** Returns a description for logs and display, for example {@code https://10.0.0.1:6443 (v1.20.2)}. */
    String description();

    @Override
    void close();
}
