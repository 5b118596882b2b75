package io.kubefate.server.engine.job;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
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

    /** Returns the outcome of a job that could not be continued. A failed update leaves a cluster that is observed again. */
    static Outcome broken(JobMethod method) {
        return switch (method) {
            case ClusterInstall, ClusterDelete -> new Outcome(JobStatus.Failed, ClusterStatus.Failed);
            case ClusterUpdate -> new Outcome(JobStatus.Failed, ClusterStatus.Unavailable);
            case ClusterCheck -> leavingCluster(JobStatus.Failed);
        };
    }
}
