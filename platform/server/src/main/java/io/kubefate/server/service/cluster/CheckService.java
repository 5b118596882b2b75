package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ReleaseKey;
import java.util.List;

/** Accepts checks of running clusters. */
public final class CheckService {

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final JobIntake intake;

    public CheckService(ClusterStore clusters, SpecIntake specs, JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.specs = requireNonNull(specs, "specs is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /**
     * Accepts a check.
     *
     * @return the new job, Pending; of a repeated request, that of the first
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, or {@code WRONG_STATE} if the plugin declares no checks for this cluster
     */
    public Job check(String uuid, Submission submission) {
        return intake.once(submission, AcceptedChange::job, () -> accept(uuid, submission));
    }

    private Job accept(String uuid, Submission submission) {
        ClusterRecord cluster = clusters.find(uuid).orElseThrow(KubefateException::notFound);
        clusters.requests().refuse(cluster, submission.conditions());
        ReleaseKey key = new ReleaseKey(cluster.chartName(), cluster.chartVersion(), cluster.engine());
        List<ClusterCheck> checks = specs.checks(key, cluster.spec().value());
        if (checks.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE,
                    "the plugin of " + key + " declares no checks for cluster " + cluster.name());
        }
        return intake.acceptCheck(cluster, checks, submission);
    }
}
