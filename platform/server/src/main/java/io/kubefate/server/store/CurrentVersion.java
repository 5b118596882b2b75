package io.kubefate.server.store;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterVersion;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.request.Precondition;
import java.util.Optional;

/** The version of a cluster, with the job that made it. */
record CurrentVersion(ClusterRecord cluster, Optional<JobRecord> job) {

    static CurrentVersion of(ClusterRecord cluster, JobDao jobs) {
        return new CurrentVersion(cluster, jobs.newestExcept(cluster.uuid(), JobMethod.ClusterCheck));
    }

    ClusterVersion version() {
        return new ClusterVersion(cluster.revision(), job.map(JobRecord::id).orElse(0L));
    }

    /**
     * Rejects a change that is meant for another version.
     *
     * @throws KubefateException {@link ErrorCode#PRECONDITION_FAILED} with who changed the cluster, when, and to which revision
     */
    void refuseUnless(Precondition precondition) {
        if (!precondition.accepts(version())) {
            throw new KubefateException(
                    ErrorCode.PRECONDITION_FAILED,
                    "cluster " + cluster.name() + " does not have the version in If-Match: "
                            + job.map(CurrentVersion::text).orElse("")
                            + "its version is now \"" + version().tag()
                            + "\"; read it or its plan again, and decide anew");
        }
    }

    private static String text(JobRecord job) {
        String revision = job.method().bringsRevision() ? " with revision " + job.revision() : "";
        return "user " + job.definition().creator() + " started " + job.method() + revision + " at "
                + job.times().createdAt() + " (job " + job.uuid() + ", " + job.status() + "); ";
    }
}
