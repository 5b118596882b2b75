package io.kubefate.server.engine.job;

import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ReturnCause;

/** Returns a cluster to its last good revision, or to nothing, after that was decided. Only a delete of the cluster stops it. */
final class ReturnExecution implements Work {

    private final Journal journal;
    private final Transition transition;
    private final ExecutionParts parts;

    ReturnExecution(Journal journal, Transition transition, ExecutionParts parts) {
        this.journal = journal;
        this.transition = transition;
        this.parts = parts;
    }

    @Override
    public Outcome run() throws InterruptedException {
        ReturnCause cause = journal.returnCause().orElseThrow();
        if (transition.adopts()) {
            return toRelease(cause);
        }
        return transition.from().isPresent() ? toRevision(transition.from().get(), cause) : toNothing(cause);
    }

    private Outcome toRevision(Target target, ReturnCause cause) throws InterruptedException {
        String revision = String.valueOf(target.revision());
        journal.enter(JobPhase.RETURNING);
        parts.steps().removeJobs(journal.deadline());
        parts.steps().recordWhatStays(target.revision());
        Planner planner = transition.planner().without(PlanOption.PURGE).with(PlanOption.ACCEPT_DATA_LOSS);
        parts.applying().apply(target, planner, transition.inventory());
        journal.enter(JobPhase.WAITING_RETURNED);
        Readiness.End end = parts.readiness().await(transition.owner(), target.objects(), journal::deleteFollows);
        if (end == Readiness.End.STOPPED) {
            journal.once(JobEventReason.DELETE_FOLLOWS);
            return new Outcome(JobStatus.Canceled, ClusterStatus.Deleting);
        }
        if (end != Readiness.End.READY) {
            journal.once(JobEventReason.RETURN_NOT_READY, revision);
            return new Outcome(JobStatus.Failed, ClusterStatus.Unavailable);
        }
        recordReturned(revision, cause);
        return new Outcome(cause.status(JobStatus.Rollback), ClusterStatus.Running);
    }

    /** Only a cluster whose id was known before stays, so that it can be adopted once more. */
    private Outcome toRelease(ReturnCause cause) throws InterruptedException {
        journal.enter(JobPhase.RETURNING);
        JobStatus status = cause.status(JobStatus.Failed);
        if (!parts.release().restore(transition)) {
            journal.once(JobEventReason.RELEASE_GONE, transition.owner().name());
            return new Outcome(status, ClusterStatus.Failed);
        }
        journal.once(
                JobEventReason.RELEASE_RESTORED, transition.owner().name(), EventDetails.of("cause", cause.name()));
        return new Outcome(status, transition.isInstall() ? ClusterStatus.Deleted : ClusterStatus.Failed);
    }

    private Outcome toNothing(ReturnCause cause) throws InterruptedException {
        Removal removal = parts.removal();
        removal.recordLeft(removal.removeOwned(
                transition.owner(), transition.inventory(), transition::created, journal.deadline()));
        recordReturned("", cause);
        return new Outcome(cause.status(JobStatus.Failed), ClusterStatus.Deleted);
    }

    private void recordReturned(String to, ReturnCause cause) {
        journal.once(JobEventReason.RETURNED, to, EventDetails.of("cause", cause.name()));
    }
}
