package io.kubefate.server.service.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;

/**
 * A job as it was at a time.
 *
 * @param id names the state; two states of a job with one id are the same
 * @param job the whole job
 */
public record JobSnapshot(String id, Job job) {

    /** Checks that nothing is null. */
    public JobSnapshot {
        requireNonNull(id, "id is null");
        requireNonNull(job, "job is null");
    }
}
