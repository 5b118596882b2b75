package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.access.LogOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * Which logs of a cluster are wanted.
 *
 * @param name a module, container or pod; empty text for all
 * @param previous of the runs before the present ones
 * @param sinceSeconds only lines that are at most so old
 * @param since only lines from this time on
 * @param timestamps whether each line shows its time
 * @param tail only so many of the last lines of each container
 * @param limitBytes only so many bytes of each container
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

    /** With times, whether or not they are shown: they tell where to go on when a stream breaks off. */
    LogOptions following() {
        return new LogOptions(previous, true, true, sinceSeconds, since, tail);
    }
}
