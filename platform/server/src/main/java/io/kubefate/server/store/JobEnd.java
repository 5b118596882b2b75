package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.encryption.Cell;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Instant;

/** What the end of a job makes of its cluster. */
record JobEnd(ClusterDao clusters, JobDao jobs) {

    /** Leaves the cluster in a status; a Success that makes it Running brings the job's revision. */
    void leave(JobRecord job, JobStatus end, ClusterStatus status, Instant at) {
        boolean deleteFollows = !jobs.unfinished(job.clusterUuid()).isEmpty();
        ClusterStatus next = deleteFollows ? ClusterStatus.Deleting : status;
        if (status == ClusterStatus.Running && end == JobStatus.Success) {
            bring(clusters.revision(job.clusterUuid(), job.revision()).orElseThrow(), next, at);
            return;
        }
        if (next == ClusterStatus.Deleted) {
            clusters.deleted(job.clusterUuid(), next, at);
            return;
        }
        clusters.setStatus(job.clusterUuid(), next, at);
    }

    private void bring(RevisionRecord revision, ClusterStatus status, Instant at) {
        Cell cell = ConfidentialColumn.CLUSTER_SPEC.cell(revision.clusterUuid());
        clusters.setRevision(revision, Confidential.of(revision.spec().value()).in(cell), status, at);
    }
}
