package io.kubefate.server.kubernetes;

/** Runs commands in the containers of clusters. Every method throws {@link KubernetesException}. */
public interface CommandRunner {

    /**
     * Runs a command in a container of a cluster and waits for its end. When the caller is interrupted, the container may go
     * on with it.
     *
     * @param command what and where
     * @return how it ended; a command that cannot be started is a result, not a failure
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    CommandResult run(PodCommand command) throws InterruptedException;
}
