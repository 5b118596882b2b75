package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.preflight.PodSecurityPolicies;
import io.kubefate.planning.preflight.Preflight;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.concurrent.ParallelCall;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterVersion;
import io.kubefate.server.store.cluster.RevisionRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans changes of clusters, in the same way for a plan that is shown and for one that is executed. */
public final class ClusterPlanner {

    /** A plan does not depend on the number of the revision that it leads to. */
    private static final int ANY_REVISION = 0;

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;

    public ClusterPlanner(ClusterStore clusters, Kubernetes kubernetes) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
    }

    /**
     * Computes a plan and runs the preflight rules.
     *
     * @throws io.kubefate.planning.error.KubefateException {@code PLAN_REFUSED} if the service has no permission to read the objects
     * @throws KubernetesException if Kubernetes does not answer
     */
    ReviewedPlan review(PlanRequest request) {
        Owner owner = request.owner();
        Optional<ClusterVersion> version = request.cluster().map(clusters.requests()::version);
        List<Manifest> desired = owner.mark(request.desired().objects(), ANY_REVISION);
        List<ObjectRef> refs = Stream.concat(
                        desired.stream().map(Manifest::ref), PodSecurityPolicies.usedBy(desired).stream())
                .toList();
        try (ParallelCall<PreflightFacts> facts =
                ParallelCall.start(() -> kubernetes.preflightFacts(owner.namespace(), owner.clusterId(), refs))) {
            Plan plan = plan(request, desired, facts);
            return new ReviewedPlan(request, version, plan, Preflight.findings(owner, facts.result(), desired, plan));
        }
    }

    private Plan plan(PlanRequest request, List<Manifest> desired, ParallelCall<PreflightFacts> facts) {
        try {
            return plan(request, desired);
        } catch (KubernetesException e) {
            if (e.kind() == KubernetesException.Kind.REFUSED) {
                rejectWithoutPermissions(request, facts.result());
            }
            throw e;
        }
    }

    /** A service that must not read the objects can neither show nor execute a plan. */
    private static void rejectWithoutPermissions(PlanRequest request, PreflightFacts facts) {
        Preflight.missingPermissions(request.owner(), facts).ifPresent(finding -> {
            throw ReviewedPlan.refused(request, "is not possible", finding.text());
        });
    }

    /** Starts the dry runs, which take longest, before anything else is read or computed. */
    private Plan plan(PlanRequest request, List<Manifest> desired) {
        List<Manifest> steps = request.desired().steps().stream()
                .map(job -> request.owner().markStep(job, ANY_REVISION))
                .toList();
        try (ParallelCall<Map<ObjectRef, DryRunResult>> dryRuns = ParallelCall.start(() -> kubernetes.dryRun(
                Stream.concat(steps.stream(), desired.stream()).toList()))) {
            return plan(request, desired, steps, dryRuns);
        }
    }

    private Plan plan(
            PlanRequest request,
            List<Manifest> desired,
            List<Manifest> steps,
            ParallelCall<Map<ObjectRef, DryRunResult>> dryRuns) {
        Inventory inventory = inventory(request);
        LiveStateReader reader = new LiveStateReader(kubernetes);
        LiveState live = reader.read(desired, inventory);
        Planner planner = new Planner(request.owner(), request.options(), mask(request, live.live()), earlier(request));
        Map<ObjectRef, DryRunResult> results = reader.withMovedPorts(desired, live.live(), dryRuns.result());
        LiveState state = reader.withHelmReleases(live.with(results), planner);
        Plan objects = planner.plan(desired, inventory, state);
        return objects.with(Stream.concat(preparation(planner, steps, dryRuns.result()), objects.changes().stream())
                .toList());
    }

    /** Returns the new claims of steps, and the steps that Kubernetes rejects or that another owner's claim is in the way of. */
    private Stream<Change> preparation(Planner planner, List<Manifest> steps, Map<ObjectRef, DryRunResult> dryRuns) {
        List<Manifest> claims = kubernetes.find(
                steps.stream().map(Manifest::ref).filter(ObjectRef::isClaim).toList());
        List<ObjectRef> present =
                claims.stream().filter(planner.owner()::owns).map(Manifest::ref).toList();
        List<Manifest> needed =
                steps.stream().filter(step -> !present.contains(step.ref())).toList();
        Plan plan = planner.plan(needed, Inventory.NONE, new LiveState(claims, dryRuns));
        return plan.changes().stream()
                .filter(change -> change.ref().isClaim() || plan.obstacles().contains(change));
    }

    /** Returns the objects of a deleted cluster whose claims an install may take over. */
    private List<Manifest> earlier(PlanRequest request) {
        Owner owner = request.owner();
        return request.operation() != Operation.INSTALL
                ? List.of()
                : clusters.findLastDeleted(owner.name(), owner.namespace())
                        .flatMap(cluster -> clusters.revision(cluster.uuid(), cluster.revision()))
                        .map(RevisionRecord::objects)
                        .orElse(List.of());
    }

    /** Live objects have passwords that the files do not have: defaults of an earlier release. */
    private static Mask mask(PlanRequest request, List<Manifest> live) {
        DesiredState desired = request.desired();
        return Mask.of(
                desired.specs(),
                Stream.concat(desired.objects().stream(), live.stream()).toList());
    }

    /**
     * Returns those of the last ready revision and of later ones that did not become ready; for a delete, of all revisions, and the claims
     * of steps.
     */
    private Inventory inventory(PlanRequest request) {
        boolean everything = request.operation() == Operation.DELETE;
        Inventory ofRevisions = request.cluster()
                .map(cluster -> clusters.revisions(cluster.uuid(), everything ? 0 : cluster.revision()))
                .map(RevisionRecord::inventory)
                .orElse(Inventory.NONE);
        return everything ? ofRevisions.with(claimsOfSteps(request)) : ofRevisions;
    }

    private List<ObjectRef> claimsOfSteps(PlanRequest request) {
        return clusters.steps(request.owner().clusterId()).stream()
                .map(step -> step.rendered().ref())
                .filter(ObjectRef::isClaim)
                .distinct()
                .toList();
    }
}
