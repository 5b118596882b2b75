package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a container has ended.
 *
 * @param container the container's name
 * @param reason that of Kubernetes, for example {@code OOMKilled}, or empty text
 * @param exitCode the exit code of its process
 * @param at when it ended; empty if Kubernetes does not know it
 */
public record ContainerEnd(String container, String reason, int exitCode, Optional<Instant> at) {

    public ContainerEnd {
        requireNonNull(container, "container is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(at, "at is null");
    }
}
