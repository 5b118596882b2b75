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
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStore;

/** In what clusters differ from their revisions, and how that is undone. Needs no plugin. */
public final class DriftService {

    private final ClusterStore clusters;
    private final DriftReader drifts;
    private final RollbackService rollbacks;

    /**
     * A service.
     *
     * @param clusters where clusters and their revisions are
     * @param kubernetes where they run
     * @param rollbacks applies a revision again
     */
    public DriftService(ClusterStore clusters, Kubernetes kubernetes, RollbackService rollbacks) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.drifts = new DriftReader(kubernetes);
        this.rollbacks = requireNonNull(rollbacks, "rollbacks is null");
    }

    /**
     * Compares a cluster with its revision now.
     *
     * @param uuid the cluster's id
     * @return what a reconcile would do
     * @throws KubefateException {@code NOT_FOUND}, {@code WRONG_STATE} if it was never ready, or a failure of Kubernetes
     */
    public ClusterPlan drift(String uuid) {
        ClusterRecord cluster = find(uuid);
        return PlanAnswer.drift(cluster.owner(), look(cluster));
    }

    /**
     * Accepts a reconcile: the cluster's revision is applied again, as a new revision that repeats it.
     *
     * @param uuid the cluster's id
     * @param args how
     * @param force whether failed preflight rules are ignored
     * @param user who asks
     * @return the new job, Pending
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}, {@code WRONG_STATE} if it was never ready, {@code
     *     UNCHANGED} if there is nothing to do, {@code PLAN_REFUSED}, or a failure of Kubernetes
     */
    public Job reconcile(String uuid, RollbackArgs args, boolean force, String user) {
        ClusterRecord cluster = find(uuid);
        clusters.refuseIfActive(cluster);
        if (look(cluster).changes().isEmpty()) {
            throw new KubefateException(
                    ErrorCode.UNCHANGED,
                    "cluster " + cluster.name() + " is as revision " + cluster.revision() + " says; nothing to do");
        }
        return rollbacks.rollback(uuid, cluster.revision(), args, force, user).job();
    }

    private Drift look(ClusterRecord cluster) {
        return drifts.read(cluster, target(cluster));
    }

    private Target target(ClusterRecord cluster) {
        return clusters.revision(cluster.uuid(), cluster.revision())
                .map(revision -> revision.target(cluster.owner()))
                .orElseThrow(() -> new KubefateException(
                        ErrorCode.WRONG_STATE,
                        "cluster " + cluster.name() + " was never ready, so there is no revision to compare it with"));
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }
}
