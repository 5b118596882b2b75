package io.kubefate.server.engine.job;

import io.kubefate.api.NotReadyReason;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JobStatus;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Installs a cluster: namespace, plan, apply, wait until ready. */
final class InstallWork implements Work {

    /** How long an undo may take beyond the job's own limit. */
    private static final Duration UNDO_LIMIT = Duration.ofMinutes(10);

    private final Kubernetes kubernetes;
    private final Journal journal;
    private final JobRecord job;
    private final Owner owner;
    private final List<Manifest> desired;

    /**
     * An install.
     *
     * @param kubernetes where to
     * @param journal what it writes down
     * @param job its row
     * @param owner the cluster
     * @param desired its objects, marked, in the order of application
     */
    InstallWork(Kubernetes kubernetes, Journal journal, JobRecord job, Owner owner, List<Manifest> desired) {
        this.kubernetes = kubernetes;
        this.journal = journal;
        this.job = job;
        this.owner = owner;
        this.desired = desired;
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.state("update job status to Running");
        journal.state("create cluster in DB Success");
        if (journal.stopRequested()) {
            return stopped();
        }
        if (journal.overdue()) {
            return overdue();
        }
        if (kubernetes.createNamespace(owner.namespace())) {
            journal.state("create namespace " + owner.namespace() + " Success");
        }
        Plan plan = Planner.careful(owner)
                .plan(desired, List.of(), new LiveStateReader(kubernetes).read(desired, List.of()));
        if (!plan.conflicts().isEmpty() && !clearTheWay(plan.conflicts())) {
            return new Outcome(JobStatus.Failed, ClusterStatus.Failed);
        }
        for (Manifest object : desired) {
            journal.checkLease();
            kubernetes.apply(object);
        }
        journal.state("apply " + desired.size() + " objects Success");
        return switch (new Readiness(kubernetes, journal).await(owner, desired, journal::stopRequested)) {
            case READY -> ready();
            case STOPPED -> stopped();
            case OVERDUE -> overdue();
        };
    }

    private Outcome ready() {
        journal.state("job run Success");
        return new Outcome(JobStatus.Success, ClusterStatus.Running);
    }

    private boolean clearTheWay(List<Change> conflicts) throws InterruptedException {
        if (!job.cover()) {
            conflicts.forEach(conflict -> journal.state(conflict.text() + ": it was not touched"));
            return false;
        }
        journal.state("overwrite current installation");
        // A claim is taken over where it stands: deleting it would delete somebody's data.
        List<ObjectRef> foreign = conflicts.stream()
                .map(Change::ref)
                .filter(ref -> !ref.isClaim())
                .toList();
        List<Manifest> left = new Removal(kubernetes, journal).remove(foreign, journal.deadline());
        left.forEach(object -> journal.state(object.ref() + " cannot be replaced: it is still being deleted"));
        return left.isEmpty();
    }

    private Outcome stopped() throws InterruptedException {
        undo();
        journal.state("job stopped");
        return new Outcome(JobStatus.Canceled, ClusterStatus.Deleted);
    }

    private Outcome overdue() throws InterruptedException {
        journal.state("checkout cluster status timeOut! time limit of "
                + job.timeLimit().toSeconds() + " s reached");
        for (NotReadyReason reason : journal.progress().reasons()) {
            journal.state(reason.module() + ": " + reason.message());
        }
        if (!job.rollbackOnFailure()) {
            journal.state("what was made is kept; remove it with: kubefate cluster delete " + owner.clusterId());
            return new Outcome(JobStatus.Failed, ClusterStatus.Failed);
        }
        undo();
        journal.state("what was made is removed");
        return new Outcome(JobStatus.Failed, ClusterStatus.Deleted);
    }

    /** Removes what this install made; a claim that was there before keeps its data. */
    private void undo() throws InterruptedException {
        List<ObjectRef> ours = kubernetes.find(refs()).stream()
                .filter(owner::owns)
                .filter(live -> !isOlderClaim(live))
                .map(Manifest::ref)
                .toList();
        new Removal(kubernetes, journal).remove(ours, journal.now().plus(UNDO_LIMIT));
    }

    private boolean isOlderClaim(Manifest live) {
        return live.ref().isClaim() && live.createdAt().isBefore(job.startedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private List<ObjectRef> refs() {
        return desired.stream().map(Manifest::ref).toList();
    }
}
