package io.kubefate.server.kubernetes;

/**
 * Everything that the service needs from Kubernetes. The wiring creates one instance; classes take the narrow interface that they
 * use. Implemented with the fabric8 client, and by the sandbox, which runs no container.
 */
public interface Kubernetes
        extends NamespaceSource,
                ObjectClient,
                WorkloadRestarter,
                PreflightFactsSource,
                ClusterHealthSource,
                CommandRunner,
                BatchJobClient,
                AutoCloseable {

    /** Returns a description for logs and display, for example {@code https://10.0.0.1:6443 (v1.20.2)}. */
    String description();

    /**
     * Returns a writer that asks a guard before each write, as late as possible: a process can be paused at any time, for example while a
     * request waits for a connection. A write that the guard rejects changes nothing and throws the exception of the guard.
     */
    default ObjectWriter guarded(WriteGuard guard) {
        return new GuardedWriter(this, guard);
    }

    @Override
    void close();
}
