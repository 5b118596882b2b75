package io.kubefate.server.engine.job;

import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.JobStatus;
import java.util.Optional;

/**
 * How a job ends.
 *
 * @param job the job's last status
 * @param cluster the cluster's status from then on; empty if it stays as it is
 */
record Outcome(JobStatus job, Optional<ClusterStatus> cluster) {

    /**
     * The end of a job that changed its cluster.
     *
     * @param job the job's last status
     * @param cluster the cluster's status from then on
     */
    Outcome(JobStatus job, ClusterStatus cluster) {
        this(job, Optional.of(cluster));
    }

    /** {@return the end of a job that has nothing to do with its cluster's status} */
    static Outcome leavingCluster(JobStatus job) {
        return new Outcome(job, Optional.empty());
    }
}
