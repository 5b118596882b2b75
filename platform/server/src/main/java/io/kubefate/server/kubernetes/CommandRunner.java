package io.kubefate.server.kubernetes;

/** Runs commands in the containers of clusters. Every method throws {@link KubernetesException}. */
public interface CommandRunner {

    /**
     * Runs a command in a container of a cluster and waits until it ends. If the caller is interrupted, the container may continue
     * to run it.
     *
     * @param command the command and its container
     * @return the result, also if the command cannot be started
     * @throws InterruptedException if the caller is interrupted
     */
    CommandResult run(PodCommand command) throws InterruptedException;
}
