package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.BatchJobClient;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.util.List;
import java.util.Optional;

/**
 * Runs one step of an upgrade to its end, as one Kubernetes Job and never as two: the Job's name is the same in every run of the
 * same revision, and a Job that was created once and is gone is not created again, because nobody knows how far it came.
 */
final class StepRun {

    /** How much of the end of a log is kept. */
    private static final int LOG_BYTES = 256 * 1024;

    private static final int TAIL_LINES = 10;
    private static final int TAIL_WIDTH = 500;

    private final ObjectClient objects;
    private final BatchJobClient batchJobs;
    private final Journal journal;
    private final ProblemLog problems;
    private final Mask mask;
    private final Manifest job;
    private final Owner owner;
    private StepRecord step;
    private BatchJobState state = BatchJobState.ABSENT;

    /**
     * A step that an earlier run may have begun or ended.
     *
     * @param mask hides passwords in its log
     * @param step its row
     */
    StepRun(ObjectClient objects, BatchJobClient batchJobs, Journal journal, Owner owner, Mask mask, StepRecord step) {
        this.objects = objects;
        this.batchJobs = batchJobs;
        this.journal = journal;
        this.problems = ProblemLog.ofStep(journal, step.name());
        this.owner = owner;
        this.mask = mask;
        this.step = step;
        this.job = object(owner, step);
    }

    /** Returns the Kubernetes Job, or the claim, of a step as it is to be created. */
    static Manifest object(Owner owner, StepRecord step) {
        return owner.markStep(step.rendered(), step.revision());
    }

    /**
     * Runs it, unless it has ended.
     *
     * @return READY if it has succeeded
     * @throws StepFailedException if it has failed
     */
    Readiness.End run() throws InterruptedException {
        return switch (step.status()) {
            case Succeeded -> Readiness.End.READY;
            case Failed -> throw failure();
            case Canceled -> journal.stopRequested() ? Readiness.End.STOPPED : Readiness.End.OVERDUE;
            case Pending, Running -> follow();
        };
    }

    private Readiness.End follow() throws InterruptedException {
        begin();
        Readiness.End end = new Waiting(journal, journal::stopRequested)
                .<BatchJobState>until(listener -> batchJobs.follow(job.ref(), listener), this::hasEnded);
        if (end != Readiness.End.READY) {
            end(StepStatus.Canceled, "", log());
            record(
                    end == Readiness.End.STOPPED ? JobEventReason.STEP_STOPPED : JobEventReason.STEP_TIME_LIMIT_REACHED,
                    EventDetails.NONE);
            return end;
        }
        if (state.phase() == BatchJobState.Phase.SUCCEEDED) {
            problems.write(ProgressChange.of(journal.progress(), List.of(), journal.now()));
            end(StepStatus.Succeeded, "", log());
            record(JobEventReason.STEP_SUCCEEDED, EventDetails.NONE);
            return end;
        }
        end(
                StepStatus.Failed,
                state.phase() == BatchJobState.Phase.ABSENT ? gone() : mask.text(state.message()),
                log());
        throw failure();
    }

    private void begin() {
        Optional<Manifest> live = objects.find(List.of(job.ref())).stream().findFirst();
        journal.kubernetesAnswers();
        if (live.filter(found -> !owner.owns(found)).isPresent()) {
            end(StepStatus.Failed, job.ref() + " belongs to " + Owner.of(live.get()), "");
            throw failure();
        }
        if (live.isEmpty() && step.status() == StepStatus.Running) {
            end(StepStatus.Failed, gone(), "");
            throw failure();
        }
        if (live.isEmpty()) {
            objects.apply(job);
        }
        if (step.status() == StepStatus.Pending) {
            step = step.started(journal.now());
            journal.step(step);
        }
        record(
                JobEventReason.STEP_STARTED,
                EventDetails.of("job", job.ref().toString())
                        .with("images", ClusterImages.of(List.of(job)).names()));
    }

    private boolean hasEnded(BatchJobState now) {
        state = now;
        if (now.ended()) {
            return true;
        }
        problems.write(ProgressChange.of(journal.progress(), now.reasons(), journal.now()));
        if (now.failures() > 0) {
            journal.attemptFailed(step.name(), now.failures());
        }
        return false;
    }

    private void end(StepStatus status, String why, String log) {
        step = step.ended(status, journal.now(), why, log);
        journal.step(step);
    }

    /**
     * A log is on a node, which may be gone for good. Reading it is tried twice; a log that cannot be read does not fail the step: a
     * second run comes here only if Kubernetes itself answers.
     */
    private String log() {
        try {
            return mask.text(batchJobs.jobLog(job.ref(), LOG_BYTES));
        } catch (KubernetesException e) {
            boolean again = e.isTemporary() && !journal.history().has(JobEventReason.LOG_UNREADABLE, step.name());
            record(JobEventReason.LOG_UNREADABLE, EventDetails.of("message", e.getMessage()));
            if (again && !journal.overdue()) {
                throw e;
            }
            return "(the log could not be read: " + e.getMessage() + ")";
        }
    }

    private StepFailedException failure() {
        List<String> lines = step.state().log().lines().toList();
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                .map(line -> line.length() > TAIL_WIDTH ? line.substring(0, TAIL_WIDTH) + "…" : line)
                .toList();
        record(
                JobEventReason.STEP_FAILED,
                EventDetails.of("message", step.state().message()).with("log", tail));
        return StepFailedException.of(step.name());
    }

    private void record(JobEventReason reason, EventDetails details) {
        journal.once(reason, step.name(), details);
    }

    private String gone() {
        return job.ref() + " is gone: somebody removed it, and whether it did its work is not known";
    }
}
