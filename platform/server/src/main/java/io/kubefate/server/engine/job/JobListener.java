package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;

/** Is told of the jobs that end on this service. */
public interface JobListener {

    /**
     * A job has ended.
     *
     * @param job as it was claimed
     * @param status its last status
     */
    void ended(JobRecord job, JobStatus status);

    /** Returns a listener that tells this one, then another. */
    default JobListener and(JobListener other) {
        return (job, status) -> {
            ended(job, status);
            other.ended(job, status);
        };
    }
}
