package io.kubefate.server.service.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;

/**
 * The state of a job at one time.
 *
 * @param id identifies the state; equal ids mean equal states
 */
public record JobSnapshot(String id, Job job) {

    public JobSnapshot {
        requireNonNull(id, "id is null");
        requireNonNull(job, "job is null");
    }
}
