package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Selects lines of a container's log.
 *
 * @param previous whether to read the log of the previous run
 * @param follow whether the stream continues with new lines until the container ends
 * @param timestamps whether each line begins with its time (RFC 3339, nanoseconds) and a space
 * @param sinceSeconds the maximum age of lines
 * @param since the earliest time of lines, in whole seconds. Not together with {@code sinceSeconds}
 * @param tail the maximum number of existing lines, from the end
 */
public record LogOptions(
        boolean previous,
        boolean follow,
        boolean timestamps,
        Optional<Long> sinceSeconds,
        Optional<Instant> since,
        Optional<Long> tail) {

    public LogOptions {
        requireNonNull(sinceSeconds, "sinceSeconds is null");
        requireNonNull(since, "since is null");
        requireNonNull(tail, "tail is null");
    }

    /**
     * Returns options that resume a broken stream.
     *
     * @param time the time of the last received line
     * @return options for the lines from this time on
     */
    public LogOptions from(Instant time) {
        return new LogOptions(previous, follow, timestamps, Optional.empty(), Optional.of(time), Optional.empty());
    }

    /** Returns options for all lines of a container that appeared later. */
    public LogOptions whole() {
        return new LogOptions(previous, follow, timestamps, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
