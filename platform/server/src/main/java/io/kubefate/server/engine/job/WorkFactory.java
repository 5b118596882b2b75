package io.kubefate.server.engine.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionRecord;
import io.kubefate.server.store.StepStore;
import io.kubefate.spi.Check;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes of a job's row what is to be done. Everything comes from the stored revision; no plugin is needed. */
final class WorkFactory {

    private final ClusterStore clusters;
    private final StepStore steps;
    private final Kubernetes kubernetes;

    WorkFactory(ClusterStore clusters, StepStore steps, Kubernetes kubernetes) {
        this.clusters = clusters;
        this.steps = steps;
        this.kubernetes = kubernetes;
    }

    Work of(JobRecord job, Journal journal) {
        ClusterRecord cluster = clusters.find(job.clusterUuid())
                .orElseThrow(() -> new IllegalStateException("cluster " + job.clusterUuid() + " has no row"));
        Owner owner = cluster.owner();
        return switch (job.method()) {
            case ClusterInstall -> install(job, journal, owner);
            case ClusterUpdate -> update(job, journal, owner, cluster.revision());
            case ClusterDelete -> new DeleteWork(kubernetes, journal, owner, everything(job, owner), purge(job));
            case ClusterCheck -> new CheckWork(kubernetes::run, journal, owner, checks(job));
        };
    }

    private Work install(JobRecord job, Journal journal, Owner owner) {
        clusters.updateStatus(owner.clusterId(), ClusterStatus.Pending, ClusterStatus.Creating, journal.now());
        RevisionRecord revision = revisions(job, job.revision()).get(0);
        return new InstallWork(
                kubernetes, journal, job, owner, revision.target(owner).objects());
    }

    private Work update(JobRecord job, Journal journal, Owner owner, int good) {
        ClusterArgs args = JsonColumn.read(job.args(), new TypeReference<>() {}, null);
        List<RevisionRecord> revisions = revisions(job, good);
        Mask mask = Mask.of(revisions.stream().map(WorkFactory::spec).toList());
        Planner planning = new Planner(owner, options(args), mask);
        Steps first = new Steps(kubernetes, journal, owner, job.revision(), steps.ofCluster(owner.clusterId()), mask);
        return new UpdateWork(
                kubernetes,
                journal,
                job,
                planning,
                target(owner, revisions, job.revision()).orElseThrow(),
                target(owner, revisions, good),
                RevisionRecord.inventory(revisions),
                first);
    }

    private static Set<PlanOption> options(ClusterArgs args) {
        Set<PlanOption> options = EnumSet.noneOf(PlanOption.class);
        if (Boolean.TRUE.equals(args.recreate())) {
            options.add(PlanOption.RECREATE);
        }
        if (Boolean.TRUE.equals(args.purge())) {
            options.add(PlanOption.PURGE);
        }
        return options;
    }

    private static Map<String, Object> spec(RevisionRecord revision) {
        return new SpecReader().read(revision.spec()).spec().values();
    }

    /** The Jobs of steps are gone when their update ends, unless that ended by what nobody foresaw. */
    private List<ObjectRef> everything(JobRecord job, Owner owner) {
        return Stream.concat(
                        RevisionRecord.inventory(revisions(job, 0)).stream(),
                        steps.ofCluster(owner.clusterId()).stream()
                                .map(step -> StepRun.job(owner, step).ref()))
                .toList();
    }

    private static Optional<Target> target(Owner owner, List<RevisionRecord> revisions, int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .map(revision -> revision.target(owner))
                .findFirst();
    }

    private List<RevisionRecord> revisions(JobRecord job, int from) {
        List<RevisionRecord> revisions = clusters.revisions(job.clusterUuid(), from);
        if (revisions.isEmpty()) {
            throw new IllegalStateException("revision " + job.revision() + " has no row");
        }
        return revisions;
    }

    private static List<Check> checks(JobRecord job) {
        return JsonColumn.read(job.args(), new TypeReference<CheckArgs>() {}, new CheckArgs(List.of()))
                .checks();
    }

    private static boolean purge(JobRecord job) {
        return JsonColumn.read(job.args(), new TypeReference<DeleteArgs>() {}, new DeleteArgs(false))
                .purge();
    }
}
