package io.kubefate.server.engine.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.StepRecord;
import io.kubefate.server.store.StepStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs one step of an upgrade to its end, as one Kubernetes Job and never as two: the Job's name is the same in every run of the
 * same revision, and a Job that was made once and is gone is not made again, because nobody knows how far it came.
 */
final class StepRun {

    /** How much of the end of a log is kept. */
    private static final int LOG_BYTES = 256 * 1024;

    private static final int TAIL_LINES = 10;
    private static final int TAIL_WIDTH = 500;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Set<Reason.Code> told = EnumSet.noneOf(Reason.Code.class);
    private final Kubernetes kubernetes;
    private final Journal journal;
    private final Mask mask;
    private final Manifest job;
    private final Owner owner;
    private StepRecord step;
    private BatchJobState state = BatchJobState.ABSENT;

    /**
     * A step that may have been begun, or ended, by an earlier run.
     *
     * @param kubernetes where
     * @param journal what it writes down
     * @param owner the cluster
     * @param mask hides passwords in its log
     * @param step its row
     */
    StepRun(Kubernetes kubernetes, Journal journal, Owner owner, Mask mask, StepRecord step) {
        this.kubernetes = kubernetes;
        this.journal = journal;
        this.owner = owner;
        this.mask = mask;
        this.step = step;
        this.job = job(owner, step);
    }

    /**
     * The Job of a step.
     *
     * @param owner the cluster
     * @param step as it is stored
     * @return the Job as it is to be made
     */
    static Manifest job(Owner owner, StepRecord step) {
        Manifest rendered = new Manifest(JsonColumn.read(step.manifest(), OBJECT, Map.of()));
        return owner.markStep(rendered, step.revision());
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
                .<BatchJobState>until(listener -> kubernetes.follow(job.ref(), listener), this::hasEnded);
        journal.progress(journal.progress().because(List.of()));
        if (end != Readiness.End.READY) {
            end(StepStatus.Canceled, "", log());
            journal.state(name() + (end == Readiness.End.STOPPED ? " is stopped" : " has no more time"));
            return end;
        }
        if (state.phase() == BatchJobState.Phase.SUCCEEDED) {
            end(StepStatus.Succeeded, "", log());
            journal.state(name() + " succeeded");
            return end;
        }
        end(
                StepStatus.Failed,
                state.phase() == BatchJobState.Phase.ABSENT ? gone() : mask.text(state.message()),
                log());
        throw failure();
    }

    private void begin() {
        Optional<Manifest> live = kubernetes.find(List.of(job.ref())).stream().findFirst();
        if (live.filter(found -> !owner.owns(found)).isPresent()) {
            end(StepStatus.Failed, job.ref() + " belongs to " + Owner.of(live.get()), "");
            throw failure();
        }
        if (live.isEmpty() && step.status() == StepStatus.Running) {
            end(StepStatus.Failed, gone(), "");
            throw failure();
        }
        if (live.isEmpty()) {
            journal.checkLease();
            kubernetes.apply(job);
        }
        if (step.status() == StepStatus.Pending) {
            step = step.started(journal.now());
            journal.step(step);
        }
        journal.state(name() + " started: " + job.ref() + " with "
                + String.join(", ", ClusterImages.of(List.of(job)).names()));
    }

    private boolean hasEnded(BatchJobState now) {
        state = now;
        if (now.ended()) {
            return true;
        }
        for (Reason reason : now.reasons()) {
            if (reason.isTrouble() && told.add(reason.code())) {
                journal.state(name() + " waits: " + mask.text(reason.message()));
            }
        }
        if (now.failures() > 0) {
            journal.state(name() + ": attempt " + now.failures() + " failed");
        }
        journal.progress(journal.progress().because(now.reasons()));
        return false;
    }

    private void end(StepStatus status, String why, String log) {
        step = step.ended(status, journal.now(), why, log);
        journal.step(step);
    }

    /**
     * A log lies on a node, which may be gone for good. That is tried twice and is then no reason to call a step failed: a second
     * run comes here only if Kubernetes itself answers.
     */
    private String log() {
        try {
            return mask.text(kubernetes.jobLog(job.ref(), LOG_BYTES));
        } catch (KubernetesException e) {
            String unreadable = name() + ": its log cannot be read: ";
            boolean again = e.kind() == KubernetesException.Kind.UNAVAILABLE
                    && journal.written(unreadable).isEmpty();
            journal.state(unreadable + e.getMessage());
            if (again && !journal.overdue()) {
                throw e;
            }
            return "(the log could not be read: " + e.getMessage() + ")";
        }
    }

    private StepFailedException failure() {
        List<String> lines = new ArrayList<>(step.log().lines().toList());
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                .map(line -> line.length() > TAIL_WIDTH ? line.substring(0, TAIL_WIDTH) + "…" : line)
                .toList();
        journal.state(name() + " failed: " + step.message()
                + (tail.isEmpty() ? "" : "; the last lines of its log:\n" + String.join("\n", tail)));
        return new StepFailedException(name() + " failed");
    }

    private String gone() {
        return job.ref() + " is gone: somebody removed it, and whether it did its work is not known";
    }

    private String name() {
        return "step " + step.name();
    }
}
