package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How fast a request body has to arrive.
 *
 * @param grace the time before the rate counts
 * @param bytesPerSecond the rate that the body must have on average after that
 * @param limit the time after which it must be complete
 */
public record Pace(Duration grace, long bytesPerSecond, Duration limit) {

    public Pace {
        requireNonNull(grace, "grace is null");
        requireNonNull(limit, "limit is null");
    }

    /** Returns how long after its start the body may take if nothing arrives beyond the received bytes. */
    Duration allowed(long received) {
        Duration atRate = grace.plusMillis(received * 1000 / bytesPerSecond);
        return atRate.compareTo(limit) < 0 ? atRate : limit;
    }
}
