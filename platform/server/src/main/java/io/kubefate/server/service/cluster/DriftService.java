package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.RollbackArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Drift;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.DriftReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.Optional;

/** Detects the drift of clusters from their revisions, and reconciles them. Needs no plugin. */
public final class DriftService {

    private final ClusterStore clusters;
    private final DriftReader drifts;
    private final RollbackService rollbacks;
    private final JobIntake intake;

    public DriftService(ClusterStore clusters, Kubernetes kubernetes, RollbackService rollbacks, JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.drifts = new DriftReader(kubernetes);
        this.rollbacks = requireNonNull(rollbacks, "rollbacks is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /**
     * Compares a cluster with its revision.
     *
     * @return what a reconcile would do
     * @throws KubefateException {@code NOT_FOUND}, {@code WRONG_STATE} if the cluster was never ready, or a failure of Kubernetes
     */
    public ClusterPlan drift(String uuid) {
        ClusterRecord cluster = find(uuid);
        return PlanAnswer.drift(cluster.owner(), clusters.requests().version(cluster), look(cluster));
    }

    /**
     * Accepts a reconcile, which applies the revision of the cluster again as a new revision.
     *
     * @return the new job, Pending; that of the first of repeated requests; empty if the cluster matches its revision
     * @throws KubefateException {@code NOT_FOUND}, {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE}, {@code WRONG_STATE} if the cluster
     *     was never ready, {@code PLAN_REFUSED}, {@code IDEMPOTENCY_KEY_REUSED}, or a failure of Kubernetes
     */
    public Optional<Job> reconcile(String uuid, RollbackArgs args, Submission submission) {
        return intake.once(
                submission, change -> Optional.of(change.job()), () -> acceptReconcile(uuid, args, submission));
    }

    private Optional<Job> acceptReconcile(String uuid, RollbackArgs args, Submission submission) {
        ClusterRecord cluster = find(uuid);
        clusters.requests().refuse(cluster, submission.conditions());
        if (look(cluster).changes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rollbacks
                .rollback(uuid, cluster.revision(), keepingData(args), submission)
                .job());
    }

    /** The data of a cluster are no part of its revision. */
    private static RollbackArgs keepingData(RollbackArgs args) {
        return new RollbackArgs(args.timeLimit(), args.recreate(), args.purge(), args.acceptDataLoss(), null);
    }

    private Drift look(ClusterRecord cluster) {
        return drifts.read(cluster, target(cluster));
    }

    private Target target(ClusterRecord cluster) {
        return clusters.revision(cluster.uuid(), cluster.revision())
                .map(revision -> revision.target(cluster.owner()))
                .orElseThrow(() -> new KubefateException(
                        ErrorCode.WRONG_STATE,
                        "cluster " + cluster.name() + " was never ready; there is no revision to compare with"));
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }
}
