package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.service.job.JobAnswer;
import io.kubefate.server.service.spec.SpecProblems;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.spi.ClusterCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accepts changes and checks of clusters: rejects a plan that cannot succeed, stores revision and job, and wakes the runner. */
public final class JobIntake {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final ClusterStore clusters;
    private final ClusterPlanner planner;
    private final Runnable jobAccepted;
    private final Clock clock;
    private final Duration defaultTimeLimit;
    private final RepeatedRequests repeated;

    /**
     * @param jobAccepted called after a job is stored
     * @param defaultTimeLimit for jobs whose request has none
     */
    public JobIntake(
            ClusterStore clusters,
            ClusterPlanner planner,
            Runnable jobAccepted,
            Clock clock,
            Duration defaultTimeLimit) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.jobAccepted = requireNonNull(jobAccepted, "jobAccepted is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.defaultTimeLimit = requireNonNull(defaultTimeLimit, "defaultTimeLimit is null");
        this.repeated = new RepeatedRequests(clusters.requests(), clock);
    }

    /**
     * Makes a change, unless the same request was accepted before.
     *
     * @param answer maps the change that was accepted before
     * @param change makes the change through this intake
     */
    <T> T once(Submission submission, Function<AcceptedChange, T> answer, Supplier<T> change) {
        return repeated.once(submission.conditions(), answer, change);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Accepts an install, update or rollback. Callers reject a cluster with an unfinished job before they plan; the store does so
     * again.
     *
     * @param release the cluster with its new release, Pending; used by an install
     * @param revision the new revision; its number is assigned here
     * @param args the request as clients see it, stored with the job
     * @param warnings about the request
     * @return the new job, Pending, with the warnings about the request and of its plan
     * @throws KubefateException {@code INVALID_REQUEST} if the time limit is invalid, {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE},
     *     {@code ALREADY_EXISTS}, {@code OWNED_BY_ANOTHER}, {@code IDEMPOTENCY_KEY_REUSED} or {@code PLAN_REFUSED}; nothing is stored
     *     then
     */
    AcceptedChange accept(
            PlanRequest request,
            ClusterRecord release,
            RevisionRecord revision,
            ClusterArgs args,
            RequestConditions conditions,
            List<LocatedProblem> warnings) {
        Duration limit = timeLimit(args);
        ReviewedPlan reviewed = planner.review(request);
        reviewed.rejectUnlessFeasible();
        Stream<LocatedProblem> planned =
                reviewed.plan().warnings().stream().map(text -> LocatedProblem.warning("", text));
        List<LocatedProblem> all = Stream.concat(warnings.stream(), planned).toList();
        Job job = store(request, release, revision, args, RepeatedRequests.remember(conditions, all), limit);
        return new AcceptedChange(job, SpecProblems.of(all));
    }

    private Job store(
            PlanRequest request,
            ClusterRecord release,
            RevisionRecord revision,
            ClusterArgs args,
            RequestConditions conditions,
            Duration limit) {
        boolean install = request.cluster().isEmpty();
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                request.owner().clusterId(),
                revision.number(),
                install ? JobMethod.ClusterInstall : JobMethod.ClusterUpdate,
                revision.creator(),
                JobRequests.change(request, args, revision.spec().value()),
                limit);
        JobRecord job = JobRecord.pending(definition, revision.createdAt());
        return accepted(
                install
                        ? clusters.acceptInstall(release, revision, job, conditions)
                        : clusters.acceptUpdate(revision, steps(request), job, conditions));
    }

    /**
     * Accepts a delete, without a plan: the job deletes what can be deleted and reports obstacles.
     *
     * @param purge whether claims are deleted, too, with their data
     * @throws KubefateException {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE}
     */
    Job acceptDelete(ClusterRecord cluster, boolean purge, Submission submission) {
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                cluster.uuid(),
                cluster.revision(),
                JobMethod.ClusterDelete,
                submission.user(),
                JobRequests.delete(purge),
                defaultTimeLimit);
        return accepted(clusters.acceptDelete(JobRecord.pending(definition, clock.instant()), submission.conditions()));
    }

    /**
     * Accepts a check.
     *
     * @param checks stored with the job, so that the job does not need the plugin
     * @throws KubefateException {@code JOB_ACTIVE}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    Job acceptCheck(ClusterRecord cluster, List<ClusterCheck> checks, Submission submission) {
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                cluster.uuid(),
                0,
                JobMethod.ClusterCheck,
                submission.user(),
                JobRequests.check(checks),
                defaultTimeLimit);
        return accepted(clusters.acceptCheck(JobRecord.pending(definition, clock.instant()), submission.conditions()));
    }

    private Duration timeLimit(ClusterArgs args) {
        Long seconds = args.timeLimit();
        if (seconds == null) {
            return defaultTimeLimit;
        }
        if (seconds < 1 || seconds > LONGEST.toSeconds()) {
            throw KubefateException.invalid("time_limit must be 1 to " + LONGEST.toSeconds() + " seconds (30 days)");
        }
        return Duration.ofSeconds(seconds);
    }

    private Job accepted(JobRecord job) {
        jobAccepted.run();
        return JobAnswer.accepted(job);
    }

    private static List<StepRecord> steps(PlanRequest request) {
        List<Manifest> jobs = request.desired().steps();
        return IntStream.range(0, jobs.size())
                .mapToObj(index -> StepRecord.pending(
                        request.owner().clusterId(),
                        index + 1,
                        jobs.get(index).ref().name(),
                        JsonColumn.write(jobs.get(index).content())))
                .toList();
    }
}
