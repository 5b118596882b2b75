package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;

/**
 * The health of a Deployment or StatefulSet.
 *
 * @param ref the workload
 * @param module the module of the workload, or the workload's name
 * @param generation the generation of its spec in Kubernetes
 * @param ready whether all desired replicas of this generation are available and none of an older one is left
 * @param condition for display: {@code Available}, {@code Progressing} or {@code ReplicaFailure}
 * @param containers the state of each container in its pod template, in order
 * @param reasons why it is not ready; empty if it is ready, at least one otherwise
 * @param pods its pods by name, also those of older generations and those that are being deleted
 */
public record WorkloadHealth(
        ObjectRef ref,
        String module,
        long generation,
        boolean ready,
        String condition,
        List<ContainerHealth> containers,
        List<Reason> reasons,
        List<PodHealth> pods) {

    public WorkloadHealth {
        requireNonNull(ref, "ref is null");
        requireNonNull(module, "module is null");
        requireNonNull(condition, "condition is null");
        containers = List.copyOf(containers);
        reasons = List.copyOf(reasons);
        pods = List.copyOf(pods);
    }
}
