package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What the end of a job makes of its cluster. */
final class JobEnd {

    private JobEnd() {}

    /** Leaves the cluster in a status; a Success that makes it Running brings the job's revision. */
    static void leave(JobRecord job, ClusterStatus status, Instant at, Handle handle) {
        ClusterDao clusters = handle.attach(ClusterDao.class);
        switch (status) {
            case Running -> {
                if (job.status() == JobStatus.Success) {
                    clusters.adopt(
                            clusters.revision(job.clusterUuid(), job.revision()).orElseThrow(), status, at);
                } else {
                    clusters.setStatus(job.clusterUuid(), status, at);
                }
            }
            case Deleted -> clusters.deleted(job.clusterUuid(), status, at);
            case Pending, Creating, Unavailable, Updating, Deleting, Failed ->
                clusters.setStatus(job.clusterUuid(), status, at);
        }
    }
}
