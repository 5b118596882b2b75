package io.kubefate.server.service.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.FieldDiff;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.PlannedStep;
import io.kubefate.api.PreflightResult;
import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.DataLoss;
import io.kubefate.planning.plan.Drift;
import io.kubefate.planning.plan.FieldChange;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.preflight.PreflightFinding;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterVersion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Maps a plan to the REST API. */
final class PlanAnswer {

    private PlanAnswer() {}

    static ClusterPlan of(ReviewedPlan reviewed) {
        PlanRequest request = reviewed.request();
        Plan plan = reviewed.plan();
        List<Manifest> steps = request.desired().steps();
        return ClusterPlan.builder()
                .operation(request.operation().text())
                .clusterId(request.cluster().map(ClusterRecord::uuid).orElse(""))
                .name(request.owner().name())
                .namespace(request.owner().namespace())
                .changes(!plan.isEmpty() || !steps.isEmpty())
                .feasible(reviewed.isFeasible())
                .steps(steps(steps))
                .objects(objects(plan.changes()))
                .modules(modules(plan))
                .data(Stream.concat(data(plan).stream(), request.desired().notes().stream())
                        .toList())
                .dataLost(lost(plan))
                .warnings(plan.warnings())
                .preflight(reviewed.findings().stream().map(PlanAnswer::check).toList())
                .etag(reviewed.version().map(ClusterVersion::tag).orElse(null))
                .build();
    }

    private static PreflightResult check(PreflightFinding finding) {
        return new PreflightResult(
                finding.rule(), finding.status().name().toLowerCase(Locale.ROOT), finding.message(), finding.remedy());
    }

    static ClusterPlan drift(Owner owner, ClusterVersion version, Drift drift) {
        return ClusterPlan.builder()
                .etag(version.tag())
                .operation("drift")
                .clusterId(owner.clusterId())
                .name(owner.name())
                .namespace(owner.namespace())
                .changes(!drift.changes().isEmpty())
                .feasible(drift.plan().obstacles().isEmpty())
                .objects(objects(drift.plan().changes()))
                .modules(modules(drift.plan()))
                .data(data(drift.plan()))
                .dataLost(lost(drift.plan()))
                .warnings(drift.plan().warnings())
                .build();
    }

    private static List<PlannedStep> steps(List<Manifest> jobs) {
        return jobs.stream()
                .filter(step -> !step.ref().isClaim())
                .map(job -> new PlannedStep(
                        job.ref().name(), ClusterImages.of(List.of(job)).names()))
                .toList();
    }

    static List<ObjectChange> objects(List<Change> changes) {
        return changes.stream()
                .map(change -> new ObjectChange(
                        change.action().name().toLowerCase(Locale.ROOT),
                        change.ref().kind(),
                        change.ref().name(),
                        change.module(),
                        change.restartsPods(),
                        fields(change.fields()),
                        change.note()))
                .toList();
    }

    static List<FieldDiff> fields(List<FieldChange> fields) {
        return fields.stream()
                .map(field -> new FieldDiff(field.path(), field.before(), field.after()))
                .toList();
    }

    private static List<String> modules(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.action().writes())
                .map(Change::module)
                .filter(module -> !module.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> lost(Plan plan) {
        return plan.dataLoss().stream().map(DataLoss::text).toList();
    }

    private static List<String> data(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.ref().isClaim())
                .flatMap(change -> fate(change).map(fate -> change.ref() + " " + fate))
                .toList();
    }

    private static Stream<String> fate(Change change) {
        return switch (change.action()) {
            case CREATE -> Stream.of("is new and empty");
            case UPDATE, RESTART -> Stream.of("changes and keeps its data");
            case REPLACE ->
                Stream.of(
                        change.deletesVolume()
                                ? "is deleted and recreated: its data are lost"
                                : "is deleted and recreated; it has no data");
            case REMOVE -> Stream.of("is deleted: its data are lost");
            case KEEP -> Stream.of("is no longer used and keeps its data; --purge deletes it");
            case UNCHANGED -> change.note().isEmpty() ? Stream.empty() : Stream.of("is used again and keeps its data");
            case CONFLICT, REFUSED -> Stream.empty();
        };
    }
}
