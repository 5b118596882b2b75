package io.kubefate.server.store.original;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobState;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.row.RowTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Maps rows of the original to rows of this service. */
final class OriginalRecords {

    /** The original has statuses by number; those of 1.5 have no Stopping. */
    private static final List<Optional<JobStatus>> STATUSES = List.of(
            Optional.empty(),
            Optional.empty(),
            Optional.of(JobStatus.Success),
            Optional.of(JobStatus.Failed),
            Optional.of(JobStatus.Rollback),
            Optional.of(JobStatus.Failed),
            Optional.empty(),
            Optional.of(JobStatus.Canceled));

    private static final int CANCELED_IN_1_5 = 7;
    private static final String STATES = "states";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** The account cannot log in with any password: no text has this hash. */
    private static final String NO_PASSWORD = "";

    private OriginalRecords() {}

    /** Returns the cluster as it was requested; this service does not manage it before it is adopted. */
    static ClusterRecord cluster(OriginalRow row, Instant now) {
        RowTimes times = times(row, now);
        return new ClusterRecord(
                0,
                new ClusterIdentity(row.text("uuid"), row.text("name"), row.text("name_space")),
                new StoredRelease(row.text("chart_name"), row.text("chart_version"), ""),
                Confidential.of(row.text("values")),
                0,
                times.deletedAt().isPresent() ? ClusterStatus.Deleted : ClusterStatus.Pending,
                times);
    }

    /** Returns a job as history; empty if it had not ended, or is of an unknown kind. */
    static Optional<JobRecord> job(OriginalRow row, Instant now) {
        Optional<JobMethod> method = Arrays.stream(JobMethod.values())
                .filter(known -> known.name().equals(row.text("method")))
                .findFirst();
        return method.flatMap(known -> status(row).map(status -> job(row, known, status, now)));
    }

    private static JobRecord job(OriginalRow row, JobMethod method, JobStatus status, Instant now) {
        RowTimes times = times(row, now);
        Instant end = row.time("end_time").orElse(times.updatedAt());
        JobDefinition definition = new JobDefinition(
                row.text("uuid"),
                row.text("cluster_id"),
                0,
                method,
                row.text("creator"),
                request(row, method),
                Duration.ofNanos(row.number("time_limit")));
        JobState state =
                new JobState(status, JobPhase.ENDED, end, Optional.empty(), Optional.empty(), Optional.of(end));
        Instant start = row.time("start_time").orElse(times.createdAt());
        return new JobRecord(
                0,
                definition,
                state,
                JobProgress.NONE,
                Optional.empty(),
                0,
                new RowTimes(start, end, times.deletedAt()));
    }

    /** Returns the state lines of a job. Versions before 1.6 have a result in their place. */
    static JobEvent event(OriginalRow row, JobRecord job) {
        List<String> states = row.has(STATES)
                ? JsonColumn.read(row.text(STATES), TEXTS, List.of())
                : Stream.of(row.text("result")).filter(text -> !text.isEmpty()).toList();
        return new JobEvent(job.times().createdAt(), JobEventReason.IMPORTED, "", 0, EventDetails.of(STATES, states));
    }

    private static JobRequest request(OriginalRow row, JobMethod method) {
        if (!method.bringsRevision()) {
            return JobRequest.delete(Set.of());
        }
        RequestedCluster cluster = new RequestedCluster(
                row.text("args_name"),
                row.text("args_namespace"),
                row.text("args_chart_name"),
                row.text("args_chart_version"),
                row.text("args_data"),
                false);
        return JobRequest.change(cluster, Set.of(), FailurePolicy.KEEP);
    }

    private static Optional<JobStatus> status(OriginalRow row) {
        long number = row.number("status");
        if (number == CANCELED_IN_1_5 && !row.has(STATES)) {
            return Optional.of(JobStatus.Canceled);
        }
        return number < 1 || number > STATUSES.size() ? Optional.empty() : STATUSES.get((int) number - 1);
    }

    static AccountRecord account(OriginalRow row, Instant now) {
        return new AccountRecord(
                0,
                row.text("uuid"),
                row.text("username"),
                row.text("email"),
                NO_PASSWORD,
                true,
                UUID.randomUUID().toString(),
                RowTimes.created(row.time("created_at").orElse(now)));
    }

    private static RowTimes times(OriginalRow row, Instant now) {
        Instant created = row.time("created_at").orElse(now);
        return new RowTimes(created, row.time("updated_at").orElse(created), row.time("deleted_at"));
    }
}
