package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The state of the containers of a pod.
 *
 * @param ready how many are ready
 * @param total how many there are
 * @param restarts how often they were restarted, init containers included
 * @param lastEnd how the container that ended last has ended; empty if none has
 */
public record PodContainers(int ready, int total, int restarts, Optional<ContainerEnd> lastEnd) {

    public PodContainers {
        requireNonNull(lastEnd, "lastEnd is null");
    }

    public boolean areReady() {
        return ready == total;
    }
}
