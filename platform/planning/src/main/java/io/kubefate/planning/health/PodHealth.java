package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a pod of a workload.
 *
 * @param name the pod's name
 * @param status as kubectl shows it: the phase, or what keeps the pod from running, for example {@code CrashLoopBackOff}
 * @param ready how many of its containers are ready
 * @param containers how many containers it has
 * @param node the node, or empty text if it is not scheduled yet
 * @param createdAt when it was created
 * @param restarts how often its containers were restarted, init containers included
 * @param lastEnd how the container that ended last has ended; empty if none has
 */
public record PodHealth(
        String name,
        String status,
        int ready,
        int containers,
        String node,
        Instant createdAt,
        int restarts,
        Optional<ContainerEnd> lastEnd) {

    public PodHealth {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(node, "node is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(lastEnd, "lastEnd is null");
    }
}
