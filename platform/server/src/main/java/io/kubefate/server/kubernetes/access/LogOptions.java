package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of a container's log are wanted.
 *
 * @param previous of the run before the present one
 * @param follow whether the stream goes on with new lines until the container ends
 * @param timestamps whether each line begins with its time (RFC 3339, nanoseconds) and a blank
 * @param sinceSeconds only lines that are at most so old
 * @param since only lines from this time on; Kubernetes looks at whole seconds. Not together with {@code sinceSeconds}
 * @param tail only so many of the last lines, which are there already
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
     * The same, where another stream broke off.
     *
     * @param time of the last line that came
     * @return the lines from then on
     */
    public LogOptions from(Instant time) {
        return new LogOptions(previous, follow, timestamps, Optional.empty(), Optional.of(time), Optional.empty());
    }

    /** {@return the same for a container that appeared later: all of its lines} */
    public LogOptions whole() {
        return new LogOptions(previous, follow, timestamps, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
