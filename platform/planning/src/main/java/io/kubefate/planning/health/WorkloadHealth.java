package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;

/**
 * The state of a Deployment or StatefulSet.
 *
 * @param ref which one
 * @param module the module it belongs to, or its name
 * @param generation the generation of its spec in Kubernetes
 * @param ready whether all wanted replicas of this very generation are available and none of an older one is left
 * @param condition for people: {@code Available}, {@code Progressing} or {@code ReplicaFailure}
 * @param containers the state of each container in its pod template, in order
 * @param reasons why it is not ready; empty when it is, at least one otherwise
 */
public record WorkloadHealth(
        ObjectRef ref,
        String module,
        long generation,
        boolean ready,
        String condition,
        List<ContainerHealth> containers,
        List<Reason> reasons) {

    /** Copies the lists. */
    public WorkloadHealth {
        requireNonNull(ref, "ref is null");
        requireNonNull(module, "module is null");
        requireNonNull(condition, "condition is null");
        containers = List.copyOf(containers);
        reasons = List.copyOf(reasons);
    }
}
