package io.kubefate.server.store;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import java.time.Instant;
import java.util.Optional;

/** The unfinished jobs of a cluster: at most one, and its delete, which waits for that one to end. */
record UnfinishedJobs(ClusterRecord cluster, JobDao jobs) {

    /**
     * Rejects another job.
     *
     * @throws KubefateException {@link ErrorCode#JOB_ACTIVE} with the id of the unfinished job
     */
    void refuse() {
        jobs.unfinished(cluster.uuid()).stream().findFirst().ifPresent(job -> {
            throw active(job);
        });
    }

    /**
     * Returns the unfinished delete; empty if there is none.
     *
     * @throws KubefateException {@link ErrorCode#JOB_ACTIVE} if it was requested with other options
     */
    Optional<JobRecord> sameDelete(JobRequest request) {
        Optional<JobRecord> delete = jobs.unfinished(cluster.uuid()).stream()
                .filter(job -> job.method() == JobMethod.ClusterDelete)
                .findFirst();
        delete.filter(job -> !job.request().equals(request)).ifPresent(job -> {
            throw active(job);
        });
        return delete;
    }

    /** Requests that the jobs stop. */
    void stop(Instant at) {
        jobs.unfinished(cluster.uuid()).forEach(job -> JobStore.requestStop(job.uuid(), at, jobs));
    }

    private KubefateException active(JobRecord job) {
        String advice = job.method().stoppable()
                ? "wait until it has ended, or: kubefate job stop " + job.uuid()
                : "wait until it has ended";
        return new KubefateException(
                ErrorCode.JOB_ACTIVE,
                "cluster " + cluster.name() + " has the unfinished job " + job.uuid() + " (" + job.method() + ", "
                        + job.status() + "); " + advice);
    }
}
