package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Ownership;
import java.time.Duration;
import java.util.List;

/**
 * A command to run in a container of a cluster.
 *
 * @param namespace the cluster's namespace
 * @param clusterId the value of label {@link Ownership#CLUSTER}
 * @param module the value of label {@link Ownership#MODULE} of the workload
 * @param container the name of the container; the command runs in a pod of the module where it is ready
 * @param command program and arguments, run without a shell
 * @param timeout the maximum duration
 */
public record PodCommand(
        String namespace, String clusterId, String module, String container, List<String> command, Duration timeout) {

    public PodCommand {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(clusterId, "clusterId is null");
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
        command = List.copyOf(command);
        requireNonNull(timeout, "timeout is null");
    }
}
