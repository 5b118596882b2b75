package io.kubefate.server.engine.job;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobStatus;
import java.util.Optional;

/**
 * How a job ends.
 *
 * @param job the job's last status
 * @param cluster the cluster's status from then on; empty if it stays as it is
 */
record Outcome(JobStatus job, Optional<ClusterStatus> cluster) {

    Outcome(JobStatus job, ClusterStatus cluster) {
        this(job, Optional.of(cluster));
    }

    /** Returns the end of a job that does not change its cluster's status. */
    static Outcome leavingCluster(JobStatus job) {
        return new Outcome(job, Optional.empty());
    }
}
