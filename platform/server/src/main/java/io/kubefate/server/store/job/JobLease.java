package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

/**
 * The claim of one runner on a job.
 *
 * @param jobUuid the job's id
 * @param runner who has it
 * @param token increases with each claim of the job, so that a runner that was paused writes nothing after another, or even the
 *     same, has claimed the job again
 */
public record JobLease(String jobUuid, String runner, long token) {

    public JobLease {
        requireNonNull(jobUuid, "jobUuid is null");
        requireNonNull(runner, "runner is null");
    }
}
