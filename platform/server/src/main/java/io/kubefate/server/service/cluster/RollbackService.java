package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.RollbackArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rolls clusters back to a revision that was ready. Needs no plugin. */
public final class RollbackService {

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final SavedData saved;
    private final ClusterPlanner planner;
    private final JobIntake intake;

    public RollbackService(
            ClusterStore clusters,
            ObjectClient kubernetes,
            SpecIntake specs,
            ClusterPlanner planner,
            JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.saved = new SavedData(clusters, kubernetes);
        this.specs = requireNonNull(specs, "specs is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /**
     * Plans a rollback. Changes nothing.
     *
     * @param number a revision that was ready
     * @throws KubefateException {@code NOT_FOUND}, {@code WRONG_STATE} also if data to restore were not saved
     */
    public ClusterPlan plan(String uuid, int number, RollbackArgs args) {
        return PlanAnswer.of(planner.review(request(find(uuid), ready(uuid, number), args, false)));
    }

    /**
     * Accepts a rollback, which applies an earlier revision again as a new revision.
     *
     * @param number a revision that was ready
     * @return the new job, Pending, and a warning if data that a later chart version migrated are not migrated back; of a repeated
     *     request, those of the first
     * @throws KubefateException {@code NOT_FOUND}, {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE}, {@code WRONG_STATE} if the revision
     *     was never ready, {@code PLAN_REFUSED}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public AcceptedChange rollback(String uuid, int number, RollbackArgs args, Submission submission) {
        return intake.once(submission, change -> change, () -> accept(uuid, number, args, submission));
    }

    private AcceptedChange accept(String uuid, int number, RollbackArgs args, Submission submission) {
        ClusterRecord cluster = find(uuid);
        clusters.requests().refuse(cluster, submission.conditions());
        RevisionRecord old = ready(uuid, number);
        PlanRequest request = request(cluster, old, args, submission.force());
        return intake.accept(
                request,
                cluster,
                old.repeatedBy(submission.user(), intake.now()),
                shown(cluster, old, args),
                submission.conditions(),
                request.desired().notes().stream()
                        .map(text -> LocatedProblem.warning("chartVersion", text))
                        .toList());
    }

    private RevisionRecord ready(String uuid, int number) {
        List<HistoryRecord> history = clusters.history(uuid);
        HistoryRecord entry = history.stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(KubefateException::notFound);
        if (entry.status() != JobStatus.Success) {
            List<Integer> ready = history.stream()
                    .filter(candidate -> candidate.status() == JobStatus.Success)
                    .map(HistoryRecord::number)
                    .toList();
            throw new KubefateException(
                    ErrorCode.WRONG_STATE, "revision " + number + " was never ready; revisions that were: " + ready);
        }
        return clusters.revision(uuid, number).orElseThrow(KubefateException::notFound);
    }

    private PlanRequest request(ClusterRecord cluster, RevisionRecord revision, RollbackArgs args, boolean force) {
        Optional<SavedData.Restore> restore =
                Boolean.TRUE.equals(args.restoreData()) ? Optional.of(saved.of(cluster, revision)) : Optional.empty();
        DesiredState desired = new DesiredState(
                restore.map(SavedData.Restore::steps).orElse(List.of()),
                revision.objects(),
                restore.map(RollbackService::restoreNotes).orElseGet(() -> dataNotes(cluster, revision)),
                List.of(
                        specs.read(cluster.spec().value()).values(),
                        specs.read(revision.spec().value()).values()));
        Set<PlanOption> options = PlanOptions.builder()
                .with(PlanOption.RECREATE, args.recreate())
                .with(PlanOption.PURGE, args.purge())
                .with(PlanOption.ACCEPT_DATA_LOSS, args.acceptDataLoss())
                .with(PlanOption.FORCE, force)
                .build();
        return PlanRequest.of(Operation.ROLLBACK, cluster, desired, options);
    }

    private static List<String> restoreNotes(SavedData.Restore restore) {
        return List.of("data become those that the upgrade to revision " + restore.revision()
                + " saved at its beginning; what was written to them since is lost");
    }

    /** An upgrade may have migrated the data, and no plugin defines how to migrate them back. */
    private static List<String> dataNotes(ClusterRecord cluster, RevisionRecord revision) {
        return cluster.chartVersion().equals(revision.chartVersion())
                ? List.of()
                : List.of("data stay as " + cluster.chartVersion()
                        + " left them: what an upgrade migrated is not migrated back, and "
                        + revision.chartVersion() + " may not be able to read it");
    }

    /** Existing clients expect the arguments of a job; they see a rollback as an update with an earlier file. */
    private static ClusterArgs shown(ClusterRecord cluster, RevisionRecord revision, RollbackArgs args) {
        String data = Base64.getEncoder().encodeToString(revision.spec().value().getBytes(StandardCharsets.UTF_8));
        return ClusterArgs.builder()
                .name(cluster.name())
                .namespace(cluster.namespace())
                .chartName(cluster.chartName())
                .chartVersion(revision.chartVersion())
                .data(data)
                .timeLimit(args.timeLimit())
                .recreate(args.recreate())
                .purge(args.purge())
                .acceptDataLoss(args.acceptDataLoss())
                .build();
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }
}
