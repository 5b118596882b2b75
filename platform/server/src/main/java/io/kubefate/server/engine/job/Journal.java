package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.CheckResult;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.SubJob;
import io.kubefate.server.store.CheckRecord;
import io.kubefate.server.store.JobEvent;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.StepRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a running job writes down, and what it must know of its own row. Every write is refused once the lease is lost. */
final class Journal {

    private final JobStore jobs;
    private final Clock clock;
    private final JobRecord job;
    private final String runner;
    private final Duration idle;
    private Progress progress;
    private Instant deadline;

    Journal(JobStore jobs, Clock clock, JobRecord job, String runner, Duration idle) {
        this.jobs = jobs;
        this.clock = clock;
        this.job = job;
        this.runner = runner;
        this.idle = idle;
        this.deadline = job.startedAt().plus(job.timeLimit());
        this.progress = new Progress(
                JsonColumn.read(job.subJobs(), new TypeReference<Map<String, SubJob>>() {}, Map.of()),
                JsonColumn.read(job.reasons(), new TypeReference<List<NotReadyReason>>() {}, List.of()));
    }

    /** {@return the time} */
    Instant now() {
        return clock.instant();
    }

    /** {@return when the job must be done} */
    Instant deadline() {
        return deadline;
    }

    /** {@return how long to wait before the next look at the clock and for a stop request; not beyond the deadline} */
    Duration pause() {
        Duration left = Duration.between(now(), deadline);
        return left.compareTo(idle) < 0 ? left.plusMillis(1) : idle;
    }

    /** Gives the job more time: what it has begun to undo must not end half-way. */
    void extend(Instant until) {
        deadline = until;
    }

    /**
     * Looks for a state that this run, or an earlier one of the same job, has written: the memory of a job that was killed.
     *
     * @param beginning how the state begins
     * @return the first such state and when it was written
     */
    Optional<JobEvent> written(String beginning) {
        return jobs.events(job.uuid()).stream()
                .filter(event -> event.message().startsWith(beginning))
                .findFirst();
    }

    /** {@return whether the deadline is past} */
    boolean overdue() {
        return !now().isBefore(deadline());
    }

    /**
     * Writes a state that clients see, unless the job has written the same one before.
     *
     * @param text for example {@code apply 24 objects Success}
     */
    void state(String text) {
        if (!jobs.appendStateOnce(job.uuid(), runner, now(), text)) {
            checkLease();
        }
    }

    /** {@return the steps that run before the job's revision is applied, as they were written last} */
    List<StepRecord> steps() {
        return jobs.steps().ofJob(job);
    }

    /** Writes where a step stands. */
    void step(StepRecord step) {
        if (!jobs.steps().save(job.uuid(), runner, step)) {
            throw new LeaseLostException(job.uuid());
        }
    }

    /** Writes progress if it differs from what was written last. */
    void progress(Progress next) {
        if (next.equals(progress)) {
            return;
        }
        boolean written = jobs.progress(
                job.uuid(), runner, JsonColumn.write(next.subJobs()), JsonColumn.write(next.reasons()), now());
        if (!written) {
            throw new LeaseLostException(job.uuid());
        }
        progress = next;
    }

    /** {@return how checks ended that this run, or an earlier one of the same job, has made; by their place} */
    Map<Integer, CheckResult> checks() {
        return jobs.checks().of(job).stream()
                .collect(toMap(
                        CheckRecord::number,
                        check -> JsonColumn.read(check.result(), new TypeReference<CheckResult>() {}, null)));
    }

    /** Keeps how a check ended. */
    void check(int number, CheckResult result) {
        if (!jobs.checks().put(job.uuid(), runner, new CheckRecord(number, JsonColumn.write(result)))) {
            throw new LeaseLostException(job.uuid());
        }
    }

    /** {@return what was written last} */
    Progress progress() {
        return progress;
    }

    /** {@return whether somebody asked to stop the job} */
    boolean stopRequested() {
        return current().status() == JobStatus.Stopping;
    }

    /** Throws if another runner has the job. */
    void checkLease() {
        if (!current().leaseOwner().filter(runner::equals).isPresent()) {
            throw new LeaseLostException(job.uuid());
        }
    }

    private JobRecord current() {
        return jobs.find(job.uuid()).orElseThrow(() -> new LeaseLostException(job.uuid()));
    }
}
