package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.row.RowTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code job}.
 *
 * @param id the row number
 * @param definition what it is to do
 * @param state how far it is
 * @param progress what it observed last
 * @param leaseOwner the runner that has it
 * @param leaseToken how often it was claimed
 * @param times when the row changed
 */
public record JobRecord(
        long id,
        @Nested JobDefinition definition,
        @Nested JobState state,
        JobProgress progress,
        Optional<String> leaseOwner,
        long leaseToken,
        @Nested RowTimes times) {

    public JobRecord {
        requireNonNull(definition, "definition is null");
        requireNonNull(state, "state is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(leaseOwner, "leaseOwner is null");
        requireNonNull(times, "times is null");
    }

    /** Returns a job that is being accepted: Pending, without a row number. */
    public static JobRecord pending(JobDefinition definition, Instant at) {
        return new JobRecord(
                0, definition, JobState.accepted(at), JobProgress.NONE, Optional.empty(), 0, RowTimes.created(at));
    }

    /** Returns the job as it was when it was accepted. */
    public JobRecord asAccepted() {
        Instant at = times.createdAt();
        return new JobRecord(
                id, definition, JobState.accepted(at), JobProgress.NONE, Optional.empty(), 0, RowTimes.created(at));
    }

    public JobRecord withRevision(int number) {
        return new JobRecord(id, definition.withRevision(number), state, progress, leaseOwner, leaseToken, times);
    }

    public String uuid() {
        return definition.uuid();
    }

    public String clusterUuid() {
        return definition.clusterUuid();
    }

    public int revision() {
        return definition.revision();
    }

    public JobMethod method() {
        return definition.method();
    }

    public JobRequest request() {
        return definition.request().value();
    }

    public Duration timeLimit() {
        return definition.timeLimit();
    }

    public JobStatus status() {
        return state.status();
    }

    /** Returns the lease of the runner that has the job. */
    public Optional<JobLease> lease() {
        return leaseOwner.map(runner -> new JobLease(uuid(), runner, leaseToken));
    }
}
