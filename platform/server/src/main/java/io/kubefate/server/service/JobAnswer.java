package io.kubefate.server.service;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.CheckResult;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.SubJob;
import io.kubefate.api.Times;
import io.kubefate.server.store.CheckRecord;
import io.kubefate.server.store.JobEvent;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import java.util.List;
import java.util.Map;

/** From a job's row to what clients see. */
final class JobAnswer {

    private static final TypeReference<Map<String, SubJob>> SUB_JOBS = new TypeReference<>() {};
    private static final TypeReference<List<NotReadyReason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<CheckResult> CHECK = new TypeReference<>() {};
    private static final TypeReference<ClusterArgs> ARGS = new TypeReference<>() {};

    private JobAnswer() {}

    /** A job that has just been accepted. */
    static Job of(JobRecord job, List<JobEvent> events) {
        return of(job, events, List.of());
    }

    static Job of(JobRecord job, List<JobEvent> events, List<CheckRecord> checks) {
        List<String> states = events.stream().map(JobEvent::message).toList();
        return new Job(
                job.uuid(),
                job.startedAt(),
                job.endedAt().orElse(Times.ZERO),
                job.method().name(),
                states.isEmpty() ? "" : states.get(states.size() - 1),
                job.clusterUuid(),
                job.creator(),
                JsonColumn.read(job.subJobs(), SUB_JOBS, Map.of()),
                job.status().name(),
                job.timeLimit().toNanos(),
                args(job),
                states,
                JsonColumn.read(job.reasons(), REASONS, List.of()),
                checks.stream()
                        .map(check -> JsonColumn.read(check.result(), CHECK, null))
                        .toList(),
                job.id(),
                job.createdAt(),
                job.updatedAt(),
                job.deletedAt().orElse(null));
    }

    /** Existing clients see null for a delete, and so for what they do not know. */
    private static ClusterArgs args(JobRecord job) {
        return switch (job.method()) {
            case ClusterInstall, ClusterUpdate -> JsonColumn.read(job.args(), ARGS, null);
            case ClusterDelete, ClusterCheck -> null;
        };
    }
}
