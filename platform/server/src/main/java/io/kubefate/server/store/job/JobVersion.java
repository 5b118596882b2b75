package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Identifies a state of a job: equal versions are the same state. Versions have no order, because replicas have clocks of their own.
 *
 * @param uuid the job's id
 * @param updatedAt when its row changed last
 * @param events how many events it has
 */
public record JobVersion(String uuid, Instant updatedAt, long events) {

    public JobVersion {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /** Returns the version of a state that was read. */
    public static JobVersion of(JobRecord job, long events) {
        return new JobVersion(job.uuid(), job.times().updatedAt(), events);
    }
}
