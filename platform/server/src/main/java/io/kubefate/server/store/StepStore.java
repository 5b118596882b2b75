package io.kubefate.server.store;

import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.step.StepRecord;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The steps of upgrades. They are stored when an update is accepted: see {@link ClusterStore#acceptUpdate}. */
public final class StepStore {

    private final Jdbi jdbi;
    private final JobDao jobs;
    private final StepDao steps;

    StepStore(Jdbi jdbi, JobDao jobs) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.steps = SharedDao.of(jdbi, StepDao.class);
    }

    /**
     * The steps that run before the objects of a job's revision are applied.
     *
     * @param job the job
     * @return in the order in which they run; empty for a job without steps
     */
    public List<StepRecord> ofJob(JobRecord job) {
        return job.method() == JobMethod.ClusterUpdate
                ? steps.ofRevision(job.clusterUuid(), job.revision())
                : List.of();
    }

    /**
     * The steps of all upgrades of a cluster, whether or not they ever began.
     *
     * @param clusterUuid the cluster's id
     * @return by revision, in the order in which they run; empty if there are none
     */
    public List<StepRecord> ofCluster(String clusterUuid) {
        return steps.ofCluster(clusterUuid);
    }

    /**
     * Writes how far a step is.
     *
     * @param lease the claim on the job that runs it
     * @param step the step as it is now
     * @return false if nothing was written, because the lease is lost
     */
    public boolean save(JobLease lease, StepRecord step) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            boolean held = jobs.lock(lease).isPresent();
            if (held) {
                steps.update(step);
            }
            return held;
        });
    }
}
