package io.kubefate.server.service.job;

import io.kubefate.api.CheckResult;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.ResolvedReason;
import io.kubefate.api.SubJob;
import io.kubefate.api.Times;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.job.StoredProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps stored jobs to the REST API. */
public final class JobAnswer {

    private JobAnswer() {}

    /** @param now as in {@link JobStateLines#of} */
    static Job of(JobRecord job, List<JobEvent> events, List<CheckRecord> checks, Instant now) {
        List<String> states = JobStateLines.of(job.method(), events, now);
        return new Job(
                job.uuid(),
                job.times().createdAt(),
                job.state().endedAt().orElse(Times.ZERO),
                job.method().name(),
                states.isEmpty() ? "" : states.get(states.size() - 1),
                job.clusterUuid(),
                job.definition().creator(),
                subJobs(job),
                job.status().name(),
                job.timeLimit().toNanos(),
                args(job).orElse(null),
                states,
                job.progress().open().stream().map(problem -> reason(problem)).toList(),
                job.progress().resolved().stream().map(JobAnswer::resolved).toList(),
                checks.stream().map(check -> result(check.result())).toList(),
                job.id(),
                job.times().createdAt(),
                job.times().updatedAt(),
                job.times().deletedAt().orElse(null));
    }

    /** Returns the answer for a job that has just been accepted. */
    public static Job accepted(JobRecord job) {
        return of(job, List.of(), List.of(), job.times().createdAt());
    }

    /**
     * Returns empty, which existing clients see as null, for a delete, for methods that they do not know, and for a request that cannot be
     * read.
     */
    private static Optional<ClusterArgs> args(JobRecord job) {
        return job.definition()
                .request()
                .readable()
                .flatMap(request -> request.cluster().map(cluster -> args(job, request, cluster)));
    }

    private static ClusterArgs args(JobRecord job, JobRequest request, RequestedCluster cluster) {
        return new ClusterArgs(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                cluster.chartVersion(),
                request.has(PlanOption.REPLACE_FOREIGN),
                Base64.getEncoder().encodeToString(cluster.spec().getBytes(StandardCharsets.UTF_8)),
                cluster.keepUpgradeJob(),
                job.timeLimit().toSeconds(),
                job.method() == JobMethod.ClusterInstall ? flag(request.onFailure() == FailurePolicy.RETURN) : null,
                flag(request.has(PlanOption.RECREATE)),
                flag(request.has(PlanOption.PURGE)),
                flag(request.has(PlanOption.ACCEPT_DATA_LOSS)));
    }

    /** Omits a flag that is not set. */
    private static @Nullable Boolean flag(boolean set) {
        return set ? Boolean.TRUE : null;
    }

    private static Map<String, SubJob> subJobs(JobRecord job) {
        Map<String, SubJob> subJobs = new TreeMap<>();
        for (ModuleProgress module : job.progress().modules()) {
            subJobs.put(
                    module.name(),
                    new SubJob(
                            module.name(),
                            status(module, job.status()),
                            module.state(),
                            module.ready() ? "Available" : "Progressing",
                            job.times().createdAt(),
                            module.readyAt().or(job.state()::endedAt).orElse(Times.ZERO)));
        }
        return subJobs;
    }

    /** What is not ready when the job ends ends with it, in the words of the statuses of jobs. */
    private static String status(ModuleProgress module, JobStatus job) {
        JobStatus status = switch (job) {
            case Pending, Running, Stopping -> JobStatus.Running;
            case Success, Canceled -> job;
            case Failed, Rollback -> JobStatus.Failed;
        };
        return module.ready() ? JobStatus.Success.name() : status.name();
    }

    /** Maps a reason to the REST API. */
    public static NotReadyReason reason(Reason reason) {
        return new NotReadyReason(reason.module(), reason.code().name(), reason.object(), reason.message());
    }

    private static NotReadyReason reason(StoredProblem problem) {
        return new NotReadyReason(problem.module(), problem.code(), problem.object(), problem.message());
    }

    private static ResolvedReason resolved(StoredProblem problem) {
        return new ResolvedReason(
                problem.module(),
                problem.code(),
                problem.object(),
                problem.message(),
                problem.since(),
                problem.resolvedAt().orElseThrow());
    }

    private static CheckResult result(StoredCheckResult result) {
        return new CheckResult(
                result.name(),
                result.module(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.message(),
                result.remedy(),
                result.exitCode().orElse(null),
                result.output());
    }
}
