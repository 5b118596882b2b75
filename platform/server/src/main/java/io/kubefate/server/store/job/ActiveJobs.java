package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The jobs that have not ended and have the same status.
 *
 * @param total their number, at least 1
 * @param oldest when the oldest one was accepted
 */
public record ActiveJobs(JobStatus status, long total, Instant oldest) {

    public ActiveJobs {
        requireNonNull(status, "status is null");
        requireNonNull(oldest, "oldest is null");
    }
}
