package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ReturnCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings a cluster to another revision or to nothing, and decides what becomes of it if that fails or is stopped. Install, update,
 * upgrade, rollback, reconcile and delete differ only in their {@link Transition}. A run after a crash decides by the job's phase
 * and by whether the job returns.
 */
final class PlanExecution implements Work {

    /** How long a claim may take to go; it goes when the last pod that used it has ended. */
    private static final Duration CLAIM_LIMIT = Duration.ofMinutes(5);

    /** How long the end may wait until the Kubernetes Jobs of the steps are gone. */
    private static final Duration TIDY_LIMIT = Duration.ofMinutes(2);

    private final ObjectClient objects;
    private final Journal journal;
    private final Transition transition;
    private final ExecutionParts parts;

    PlanExecution(ObjectClient objects, Journal journal, Transition transition, ExecutionParts parts) {
        this.objects = objects;
        this.journal = journal;
        this.transition = transition;
        this.parts = parts;
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.once(JobEventReason.STARTED);
        if (transition.isInstall()) {
            journal.once(JobEventReason.CLUSTER_STORED);
        }
        Optional<Outcome> ended = journal.returnCause().isPresent() ? Optional.empty() : goForward();
        return ended.isPresent() ? ended.get() : new ReturnExecution(journal, transition, parts).run();
    }

    /** Returns how the job ends, or empty if it was decided that it returns. */
    private Optional<Outcome> goForward() throws InterruptedException {
        try {
            Readiness.End end =
                    transition.to().isPresent() ? reach(transition.to().get()) : removeAll();
            return switch (end) {
                case READY -> Optional.of(success());
                case STOPPED -> stopped();
                case OVERDUE -> overdue();
            };
        } catch (KubernetesException e) {
            if (isTemporary(e)) {
                throw e;
            }
            recordFailure(e);
            return failed(Failure.refused(e.getMessage()));
        } catch (StepFailedException e) {
            return failed(e.details());
        }
    }

    private Readiness.End reach(Target target) throws InterruptedException {
        if (journal.phase() != JobPhase.PRUNING) {
            Readiness.End end = apply(target);
            if (end != Readiness.End.READY) {
                return end;
            }
        }
        journal.enter(JobPhase.PRUNING);
        prune(target);
        parts.readiness().resolveAll();
        journal.once(JobEventReason.READY);
        return Readiness.End.READY;
    }

    /** What cannot be removed is recorded, and is no reason to undo a revision that is ready. */
    private void prune(Target target) throws InterruptedException {
        try {
            removeClaims(target);
            parts.steps().removeJobs(journal.within(TIDY_LIMIT));
            if (transition.adopts()) {
                parts.release().removeRecords(transition.owner());
            }
        } catch (KubernetesException e) {
            if (isTemporary(e)) {
                throw e;
            }
            journal.once(JobEventReason.PRUNE_FAILED, "", EventDetails.of("message", e.getMessage()));
        }
    }

    private boolean isTemporary(KubernetesException e) {
        return e.isTemporary() && !journal.overdue();
    }

    private Readiness.End apply(Target target) throws InterruptedException {
        if (journal.stopRequested()) {
            return Readiness.End.STOPPED;
        }
        if (journal.overdue()) {
            return Readiness.End.OVERDUE;
        }
        parts.readiness().begin(target.objects());
        Readiness.End prepared = prepare();
        if (prepared != Readiness.End.READY) {
            return prepared;
        }
        journal.enter(JobPhase.APPLYING);
        parts.applying().apply(target, transition.planner(), transition.inventory());
        journal.enter(JobPhase.WAITING);
        return parts.readiness().await(transition.owner(), target.objects(), journal::stopRequested);
    }

    private Readiness.End prepare() throws InterruptedException {
        if (journal.phase() == JobPhase.APPLYING || journal.phase() == JobPhase.WAITING) {
            return Readiness.End.READY;
        }
        journal.enter(JobPhase.PREPARING);
        return parts.steps().run();
    }

    /** Removes the claims that are no longer wanted: last, when no way back needs their data. */
    private void removeClaims(Target target) throws InterruptedException {
        if (!transition.job().request().has(PlanOption.PURGE)) {
            return;
        }
        Inventory inventory = transition.inventory().onlyClaims();
        List<ObjectRef> claims = transition
                .planner()
                .plan(target.objects(), inventory, new LiveStateReader(objects).read(target.objects(), inventory))
                .refs(Change.Action.REMOVE);
        Removal removal = parts.removal();
        removal.recordLeft(removal.remove(claims, journal.within(CLAIM_LIMIT)));
    }

    private Readiness.End removeAll() throws InterruptedException {
        journal.enter(JobPhase.PRUNING);
        boolean purge = transition.job().request().has(PlanOption.PURGE);
        Removal removal = parts.removal();
        List<Manifest> left = removal.removeOwned(
                transition.owner(),
                transition.inventory(),
                object -> purge || !object.ref().isClaim(),
                journal.deadline());
        removal.recordHeld(left);
        if (!left.isEmpty()) {
            return Readiness.End.OVERDUE;
        }
        if (!purge) {
            removal.recordKept(transition.owner(), transition.inventory().onlyClaims());
        }
        journal.once(JobEventReason.UNINSTALLED);
        return Readiness.End.READY;
    }

    private Outcome success() {
        return new Outcome(
                JobStatus.Success, transition.to().isPresent() ? ClusterStatus.Running : ClusterStatus.Deleted);
    }

    private Optional<Outcome> stopped() throws InterruptedException {
        journal.once(JobEventReason.STOP_SEEN);
        if (transition.isUpdate() && journal.deleteFollows()) {
            journal.once(JobEventReason.DELETE_FOLLOWS);
            return Optional.of(new Outcome(JobStatus.Canceled, ClusterStatus.Deleting));
        }
        return decide(ReturnCause.STOPPED, EventDetails.NONE);
    }

    private Optional<Outcome> overdue() throws InterruptedException {
        journal.timeLimitReached();
        return failed(Failure.timeLimit(transition.job().timeLimit()));
    }

    private Optional<Outcome> failed(EventDetails failure) throws InterruptedException {
        return decide(ReturnCause.FAILED, failure);
    }

    private Optional<Outcome> decide(ReturnCause cause, EventDetails failure) throws InterruptedException {
        return switch (transition.wayBack(cause)) {
            case REVISION -> {
                int good = transition.from().orElseThrow().revision();
                journal.goBack(
                        cause,
                        String.valueOf(good),
                        failure.with("revision", transition.job().revision()));
                yield Optional.empty();
            }
            case NOTHING, RELEASE -> {
                journal.goBack(cause, "", failure);
                yield Optional.empty();
            }
            case NONE -> Optional.of(stay(cause, failure));
        };
    }

    private Outcome stay(ReturnCause cause, EventDetails failure) throws InterruptedException {
        if (transition.isUpdate()) {
            parts.steps().removeJobs(journal.within(TIDY_LIMIT));
            journal.once(
                    JobEventReason.NO_WAY_BACK,
                    "",
                    failure.with("revision", transition.job().revision()));
        }
        if (transition.to().isPresent()) {
            new KeptObjects(objects, journal, transition).record();
        }
        return new Outcome(cause.status(JobStatus.Failed), ClusterStatus.Failed);
    }

    /** The failure of an update belongs to the event that records what becomes of it. */
    private void recordFailure(KubernetesException e) {
        if (transition.isUpdate() && !transition.adopts()) {
            return;
        }
        if (!(e instanceof ObstacleException refused)) {
            journal.once(JobEventReason.FAILED, "", EventDetails.of("message", e.getMessage()));
            return;
        }
        for (Change obstacle : refused.obstacles()) {
            String ref = obstacle.ref().toString();
            if (obstacle.action() == Change.Action.CONFLICT) {
                journal.once(JobEventReason.OBJECT_CONFLICT, ref, EventDetails.of("owner", obstacle.note()));
            } else {
                journal.once(JobEventReason.FAILED, ref, EventDetails.of("message", obstacle.note()));
            }
        }
    }
}
