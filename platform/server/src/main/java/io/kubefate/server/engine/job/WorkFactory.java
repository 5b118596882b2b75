package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.engine.RevisionMask;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.StepStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.step.StepRecord;
import java.util.List;
import java.util.Optional;

/** Creates the work of a job from its row and the stored revisions; no plugin is needed. */
final class WorkFactory {

    private final ClusterStore clusters;
    private final StepStore steps;
    private final Kubernetes kubernetes;
    private final Parallel parallel;

    WorkFactory(ClusterStore clusters, StepStore steps, Kubernetes kubernetes, Parallel parallel) {
        this.clusters = clusters;
        this.steps = steps;
        this.kubernetes = kubernetes;
        this.parallel = parallel;
    }

    Work of(JobRecord job, Journal journal) {
        ClusterRecord cluster = clusters.find(job.clusterUuid())
                .orElseThrow(() -> new IllegalStateException("cluster " + job.clusterUuid() + " has no row"));
        return switch (job.method()) {
            case ClusterInstall -> {
                clusters.updateStatus(cluster.uuid(), ClusterStatus.Pending, ClusterStatus.Creating, journal.now());
                yield plan(job, journal, cluster, job.revision());
            }
            case ClusterUpdate -> plan(job, journal, cluster, cluster.revision());
            case ClusterDelete -> plan(job, journal, cluster, 0);
            case ClusterCheck ->
                new CheckWork(
                        kubernetes, journal, cluster.owner(), job.request().checks());
        };
    }

    /** Creates the work that executes a plan; the inventory are the objects of the revisions from {@code first} on. */
    private Work plan(JobRecord job, Journal journal, ClusterRecord cluster, int first) {
        Owner owner = cluster.owner();
        List<RevisionRecord> revisions = clusters.revisions(cluster.uuid(), first);
        if (revisions.isEmpty()) {
            throw new IllegalStateException("revision " + job.revision() + " has no row");
        }
        List<StepRecord> ofCluster = steps.ofCluster(cluster.uuid());
        Mask mask = RevisionMask.of(revisions);
        Planner planner = new Planner(owner, job.request().options(), mask);
        boolean change = job.method().bringsRevision();
        Transition transition = new Transition(
                job,
                planner,
                change ? target(owner, revisions, cluster.revision()) : Optional.empty(),
                change ? target(owner, revisions, job.revision()) : Optional.empty(),
                change ? RevisionRecord.inventory(revisions) : withSteps(owner, revisions, ofCluster));
        FencedObjects objects = FencedObjects.of(kubernetes, journal.lease(), clusters, owner, parallel);
        Steps preparing = new Steps(objects, kubernetes, journal, owner, job.revision(), ofCluster, mask);
        return new PlanExecution(
                objects, journal, transition, ExecutionParts.of(objects, kubernetes, journal, preparing));
    }

    /** Claims of steps stay; their Kubernetes Jobs are gone when their update ends, unless it ended in an unforeseen way. */
    private static Inventory withSteps(Owner owner, List<RevisionRecord> revisions, List<StepRecord> steps) {
        return RevisionRecord.inventory(revisions)
                .with(steps.stream()
                        .map(step -> StepRun.object(owner, step).ref())
                        .toList());
    }

    /** Returns what hides the passwords of the job's cluster in messages. */
    Mask mask(JobRecord job) {
        int first =
                clusters.find(job.clusterUuid()).map(ClusterRecord::revision).orElse(0);
        return RevisionMask.of(clusters.revisions(job.clusterUuid(), first));
    }

    private static Optional<Target> target(Owner owner, List<RevisionRecord> revisions, int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .map(revision -> revision.target(owner))
                .findFirst();
    }
}
