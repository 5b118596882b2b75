package io.kubefate.server.store;

import java.time.Instant;
import java.util.List;

/**
 * Which state of a job somebody has seen. Two that are equal are the same state; which of two others is newer, nobody can tell,
 * because replicas have clocks of their own.
 *
 * @param uuid the job's id
 * @param updatedAt when its row changed last
 * @param events how much has happened in it
 */
public record JobVersion(String uuid, Instant updatedAt, long events) {

    /**
     * The version of a state that was read.
     *
     * @param job the row
     * @param events what happened
     * @return its version
     */
    public static JobVersion of(JobRecord job, List<JobEvent> events) {
        return new JobVersion(job.uuid(), job.updatedAt(), events.size());
    }
}
