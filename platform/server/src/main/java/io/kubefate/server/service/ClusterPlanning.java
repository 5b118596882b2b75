package io.kubefate.server.service;

import io.kubefate.api.ClusterPlan;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Preflight;
import io.kubefate.planning.plan.PreflightFacts;
import io.kubefate.planning.plan.PreflightFinding;
import io.kubefate.server.concurrent.ParallelCall;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.RevisionRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans what is to become of a cluster, the same way for previews and for what is carried out. */
public final class ClusterPlanning {

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;

    /**
     * A planning.
     *
     * @param clusters where earlier revisions are
     * @param kubernetes whom to ask
     */
    public ClusterPlanning(ClusterStore clusters, Kubernetes kubernetes) {
        this.clusters = clusters;
        this.kubernetes = kubernetes;
    }

    /**
     * What is wanted.
     *
     * @param operation in a word, for people
     * @param cluster the cluster as it is; empty for an install
     * @param owner the cluster that will own the objects
     * @param steps the Jobs that run first, as they were rendered
     * @param objects as they were rendered
     * @param data what becomes of data besides what the objects tell, a sentence each
     * @param specs the content of every cluster.yaml that is concerned; their passwords are hidden
     * @param recreate see {@link Planner}
     * @param purge see {@link Planner}
     */
    record Wish(
            String operation,
            Optional<ClusterRecord> cluster,
            Owner owner,
            List<Manifest> steps,
            List<Manifest> objects,
            List<String> data,
            List<Map<String, Object>> specs,
            boolean recreate,
            boolean purge) {}

    /** {@return the owner that a cluster is, or that one of this name would be} */
    static Owner owner(Optional<ClusterRecord> cluster, String name, String namespace) {
        String id = cluster.map(ClusterRecord::uuid)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Owner(id, name, namespace);
    }

    /** {@return the plan as clients see it, with what was looked at before} */
    ClusterPlan preview(Wish wish) {
        Owner owner = wish.owner();
        List<Manifest> desired = desired(wish);
        List<ObjectRef> refs = desired.stream().map(Manifest::ref).toList();
        ParallelCall<PreflightFacts> facts =
                ParallelCall.start(() -> kubernetes.survey(owner.namespace(), owner.clusterId(), refs));
        Plan plan = plan(wish, desired);
        List<PreflightFinding> preflight = Preflight.checks(owner, facts.result(), desired, plan);
        String id = wish.cluster().map(ClusterRecord::uuid).orElse("");
        return PlanAnswer.of(wish, id, plan, preflight);
    }

    /**
     * Refuses what cannot be done.
     *
     * @throws KubefateException {@code PLAN_REFUSED} with every object that stands in the way
     */
    void refuseObstacles(Wish wish) {
        List<Change> obstacles = plan(wish, desired(wish)).obstacles();
        if (!obstacles.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.PLAN_REFUSED,
                    "this " + wish.operation() + " is not possible:\n"
                            + obstacles.stream().map(Change::text).collect(Collectors.joining("\n")));
        }
    }

    /** Without a revision's number, which a plan does not look at. */
    private static List<Manifest> desired(Wish wish) {
        return wish.owner().mark(wish.objects(), 0);
    }

    private Plan plan(Wish wish, List<Manifest> desired) {
        Planner planning = new Planner(wish.owner(), wish.recreate(), wish.purge(), Mask.of(wish.specs()));
        // What the good revision made, and those after it that did not become good.
        List<ObjectRef> inventory = wish.cluster()
                .map(cluster -> RevisionRecord.inventory(clusters.revisions(cluster.uuid(), cluster.revision())))
                .orElse(List.of());
        List<Manifest> steps =
                wish.steps().stream().map(job -> wish.owner().markStep(job, 0)).toList();
        ParallelCall<Map<ObjectRef, DryRunResult>> dryRuns = ParallelCall.start(() -> kubernetes.tryApply(
                Stream.concat(steps.stream(), desired.stream()).toList()));
        List<Manifest> live =
                new LiveStateReader(kubernetes).read(desired, inventory).live();
        Map<ObjectRef, DryRunResult> said = dryRuns.result();
        Plan objects = planning.plan(desired, inventory, new LiveState(live, said));
        List<Change> refusedSteps =
                planning.plan(steps, List.of(), new LiveState(List.of(), said)).obstacles();
        return refusedSteps.isEmpty()
                ? objects
                : new Plan(Stream.concat(refusedSteps.stream(), objects.changes().stream())
                        .toList());
    }
}
