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
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.spi.ClusterCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accepts changes and checks of clusters: rejects a plan that cannot succeed, stores revision and job, and wakes the runner. */
public final class JobIntake {

    private final ClusterStore clusters;
    private final ClusterPlanner planner;
    private final Runnable jobAccepted;
    private final Clock clock;
    private final Duration defaultTimeLimit;

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
     * @throws KubefateException {@code JOB_ACTIVE}, {@code ALREADY_EXISTS}, {@code OWNED_BY_ANOTHER} or {@code PLAN_REFUSED}; nothing is
     *     stored then
     */
    AcceptedChange accept(
            PlanRequest request,
            ClusterRecord release,
            RevisionRecord revision,
            ClusterArgs args,
            List<LocatedProblem> warnings) {
        ReviewedPlan reviewed = planner.review(request);
        reviewed.rejectUnlessFeasible();
        Job job = store(request, release, revision, args);
        Stream<LocatedProblem> planned =
                reviewed.plan().warnings().stream().map(text -> LocatedProblem.warning("", text));
        return new AcceptedChange(
                job, SpecProblems.of(Stream.concat(warnings.stream(), planned).toList()));
    }

    private Job store(PlanRequest request, ClusterRecord release, RevisionRecord revision, ClusterArgs args) {
        boolean install = request.cluster().isEmpty();
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                request.owner().clusterId(),
                revision.number(),
                install ? JobMethod.ClusterInstall : JobMethod.ClusterUpdate,
                revision.creator(),
                JobRequests.change(request, args, revision.spec()),
                Optional.ofNullable(args.timeLimit()).map(Duration::ofSeconds).orElse(defaultTimeLimit));
        JobRecord job = JobRecord.pending(definition, revision.createdAt());
        return accepted(
                install
                        ? clusters.acceptInstall(release, revision, job)
                        : clusters.acceptUpdate(revision, steps(request), job));
    }

    /**
     * Accepts a delete, without a plan: the job deletes what can be deleted and reports obstacles.
     *
     * @param purge whether claims are deleted, too, with their data
     * @throws KubefateException {@code JOB_ACTIVE}
     */
    Job acceptDelete(ClusterRecord cluster, boolean purge, String user) {
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                cluster.uuid(),
                cluster.revision(),
                JobMethod.ClusterDelete,
                user,
                JobRequests.delete(purge),
                defaultTimeLimit);
        return accepted(clusters.acceptDelete(JobRecord.pending(definition, clock.instant())));
    }

    /**
     * Accepts a check.
     *
     * @param checks stored with the job, so that the job does not need the plugin
     * @throws KubefateException {@code JOB_ACTIVE}
     */
    Job acceptCheck(ClusterRecord cluster, List<ClusterCheck> checks, String user) {
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                cluster.uuid(),
                0,
                JobMethod.ClusterCheck,
                user,
                JobRequests.check(checks),
                defaultTimeLimit);
        return accepted(clusters.acceptCheck(JobRecord.pending(definition, clock.instant())));
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
