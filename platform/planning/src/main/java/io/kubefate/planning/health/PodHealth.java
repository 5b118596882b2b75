package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The state of a pod of a workload.
 *
 * @param name the pod's name
 * @param status as kubectl shows it: the phase, or what keeps the pod from running, for example {@code CrashLoopBackOff}
 * @param obsolete whether it is of an older revision of its StatefulSet, and not being deleted yet
 * @param node the node, or empty text if it is not scheduled yet
 * @param createdAt when it was created
 * @param containers the state of its containers
 */
public record PodHealth(
        String name, String status, boolean obsolete, String node, Instant createdAt, PodContainers containers) {

    public PodHealth {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(node, "node is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(containers, "containers is null");
    }
}
