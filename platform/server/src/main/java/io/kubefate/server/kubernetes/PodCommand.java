package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Ownership;
import java.time.Duration;
import java.util.List;

/**
 * A command to be run in a container of a cluster.
 *
 * @param namespace the cluster's namespace
 * @param clusterId the value of label {@link Ownership#CLUSTER}
 * @param module the value of label {@link Ownership#MODULE} of the workload whose pods are meant
 * @param container the container's name; of the module's pods, one that is ready and has it is taken
 * @param command program and arguments, started without a shell
 * @param timeout how long it may take
 */
public record PodCommand(
        String namespace, String clusterId, String module, String container, List<String> command, Duration timeout) {

    /** Checks that nothing is null and copies the list. */
    public PodCommand {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(clusterId, "clusterId is null");
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
        command = List.copyOf(command);
        requireNonNull(timeout, "timeout is null");
    }
}
