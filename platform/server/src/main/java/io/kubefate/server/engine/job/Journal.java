package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ReturnCause;
import io.kubefate.server.store.step.StepRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the runner of a job writes, and what it must know of the job's rows. Every write throws {@link LeaseLostException} once the
 * lease is lost.
 */
final class Journal {

    private final JobStore jobs;
    private final Clock clock;
    private final JobRecord job;
    private final HeldLease held;
    private final Duration idle;
    private final JobLimits limits;
    private final Mask mask;
    private final EventHistory history;
    private JobPhase phase;
    private Optional<ReturnCause> returnCause;
    private JobProgress progress;
    private Instant deadline;

    /**
     * Reads the events of a job that its runner has just claimed.
     *
     * @param idle how often a waiting job looks for a request to stop
     * @param mask hides passwords in messages, before they are stored
     */
    Journal(JobStore jobs, Clock clock, JobRecord job, Duration idle, Mask mask) {
        this.jobs = jobs;
        this.clock = clock;
        this.job = job;
        this.held = new HeldLease(
                jobs,
                clock,
                job.lease().orElseThrow(() -> new IllegalArgumentException("job " + job.uuid() + " is not claimed")));
        this.idle = idle;
        this.mask = mask;
        this.limits = new JobLimits(job);
        this.history = new EventHistory(jobs.events(job.uuid()));
        this.phase = job.state().phase();
        this.returnCause = job.state().returnCause();
        this.progress = job.progress();
        this.deadline = limits.deadline();
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns when the job must be done: its time limit, or the limit of the way back once it returns. */
    Instant deadline() {
        return deadline;
    }

    /** Returns how long to wait before the next look at the clock and for a stop request; not beyond the deadline. */
    Duration pause() {
        Duration left = Duration.between(now(), deadline);
        return left.compareTo(idle) < 0 ? left.plusMillis(1) : idle;
    }

    /** Returns the end of a wait after the job's work: not later than its time limit plus that of the way back. */
    Instant within(Duration limit) {
        return limits.within(now().plus(limit));
    }

    boolean overdue() {
        return !now().isBefore(deadline);
    }

    JobPhase phase() {
        return phase;
    }

    /** Returns why the job returns; empty unless that was decided. */
    Optional<ReturnCause> returnCause() {
        return returnCause;
    }

    JobProgress progress() {
        return progress;
    }

    EventHistory history() {
        return history;
    }

    void once(JobEventReason reason) {
        once(reason, "");
    }

    void once(JobEventReason reason, String object) {
        once(reason, object, EventDetails.NONE);
    }

    /** Records an event that happens once in the life of a job; does nothing if the job has it. */
    void once(JobEventReason reason, String object, EventDetails details) {
        if (!history.has(reason, object)) {
            write(JobChange.at(now()).event(reason, object, details));
        }
    }

    /** Records an event that can happen repeatedly, unless nothing has changed since the last one. */
    void onChange(JobEventReason reason, String object, EventDetails details) {
        if (!history.last(reason, object).equals(Optional.of(details.withMessage(mask::text)))) {
            write(history.next(now(), reason, object, details));
        }
    }

    void attemptFailed(String step, int attempt) {
        write(history.failedAttempt(now(), step, attempt));
    }

    /** Records why the job is tried again later: once for each outage, and each other reason once in a row. */
    void postponed(KubernetesException why) {
        EventDetails details = EventDetails.of("message", why.getMessage());
        if (why.kind() != KubernetesException.Kind.UNAVAILABLE) {
            kubernetesAnswers();
            onChange(JobEventReason.REQUEST_POSTPONED, "", details);
        } else if (!history.outage()) {
            write(history.next(now(), JobEventReason.KUBERNETES_UNAVAILABLE, "", details));
        }
    }

    /** Records the end of an outage, if there was one. */
    void kubernetesAnswers() {
        if (history.outage()) {
            write(history.next(now(), JobEventReason.KUBERNETES_ANSWERS, "", EventDetails.NONE));
        }
    }

    /** Records that the time limit is reached, and the problems that are open then. */
    void timeLimitReached() {
        if (history.has(JobEventReason.TIME_LIMIT_REACHED, "")) {
            return;
        }
        Instant at = now();
        EventDetails seconds = EventDetails.of("seconds", (int) job.timeLimit().toSeconds());
        write(EventHistory.with(
                JobChange.at(at).event(JobEventReason.TIME_LIMIT_REACHED, "", seconds),
                progress.open().stream()
                        .map(problem -> EventHistory.notReady(at, problem))
                        .toList()));
    }

    void enter(JobPhase next) {
        if (phase != next) {
            write(JobChange.at(now()).enter(next));
        }
    }

    /**
     * Decides that the job returns. A later run does not change that.
     *
     * @param to the revision to return to; empty text for nothing
     * @param details of the event {@link JobEventReason#GOING_BACK}
     */
    void goBack(ReturnCause cause, String to, EventDetails details) {
        JobChange decision = JobChange.at(now())
                .goBack(cause)
                .progress(new JobProgress(progress.modules(), progress.resolved()))
                .event(JobEventReason.GOING_BACK, to, details.with("cause", cause.name()));
        write(decision);
        deadline = decision.at().plus(limits.wayBack());
    }

    List<StepRecord> steps() {
        return jobs.steps().ofJob(job);
    }

    void step(StepRecord step) {
        require(jobs.steps().save(held.lease(), step));
    }

    /** Writes progress if it differs from what was written last, together with the events that belong to it. */
    void progress(JobProgress next, List<JobEvent> events) {
        boolean same = next.withMessages(mask::text).equals(progress);
        write(EventHistory.with(same ? JobChange.at(now()) : JobChange.at(now()).progress(next), events));
    }

    Map<Integer, StoredCheckResult> checks() {
        return jobs.checks().of(job).stream().collect(toMap(CheckRecord::number, CheckRecord::result));
    }

    void check(int number, StoredCheckResult result) {
        require(jobs.checks().put(held.lease(), number, result));
    }

    boolean stopRequested() {
        return current().status() == JobStatus.Stopping;
    }

    /** Returns whether the job was stopped by a delete of the cluster, which waits until the job has ended. */
    boolean deleteFollows() {
        return stopRequested() && jobs.isFollowed(job);
    }

    HeldLease lease() {
        return held;
    }

    private void write(Optional<JobEvent> event) {
        event.ifPresent(some -> write(JobChange.at(now()).event(some)));
    }

    private void write(JobChange unmasked) {
        JobChange change = unmasked.withMessages(mask::text);
        if (change.equals(JobChange.at(change.at()))) {
            return;
        }
        require(jobs.write(held.lease(), change));
        history.add(change.events());
        phase = change.phase().orElse(phase);
        returnCause = change.returnCause().or(() -> returnCause);
        progress = change.progress().orElse(progress);
    }

    private JobRecord current() {
        return jobs.find(held.lease()).orElseThrow(held::lost);
    }

    private void require(boolean written) {
        if (!written) {
            throw held.lost();
        }
    }
}
