package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.access.LogOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * Selects logs of a cluster.
 *
 * @param name a module, container or pod; empty text for all
 * @param previous whether to read the previous runs of the containers
 * @param sinceSeconds the maximum age of a line
 * @param since the minimum time of a line
 * @param timestamps whether each line shows its time
 * @param tail the maximum number of lines per container, counted from the end
 * @param limitBytes the maximum number of bytes per container
 */
public record LogQuery(
        String name,
        boolean previous,
        Optional<Long> sinceSeconds,
        Optional<Instant> since,
        boolean timestamps,
        Optional<Long> tail,
        Optional<Long> limitBytes) {

    public LogQuery {
        requireNonNull(name, "name is null");
        requireNonNull(sinceSeconds, "sinceSeconds is null");
        requireNonNull(since, "since is null");
        requireNonNull(tail, "tail is null");
        requireNonNull(limitBytes, "limitBytes is null");
    }

    LogOptions once() {
        return new LogOptions(previous, false, timestamps, sinceSeconds, since, tail);
    }

    /** Returns options that always include times, which define where to resume a broken stream. */
    LogOptions following() {
        return new LogOptions(previous, true, true, sinceSeconds, since, tail);
    }
}
