package io.kubefate.server.service.job;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.JobStep;
import io.kubefate.api.Times;
import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.util.List;
import java.util.Map;

/** Maps a stored step to the REST API. */
final class StepAnswer {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private StepAnswer() {}

    static JobStep of(JobRecord job, StepRecord step) {
        Manifest rendered = new Manifest(JsonColumn.read(step.manifest().value(), OBJECT, Map.of()));
        boolean skipped = step.status() == StepStatus.Pending && job.status().ended();
        return new JobStep(
                step.name(),
                ClusterImages.of(List.of(rendered)).names(),
                skipped ? "Skipped" : step.status().name(),
                step.state().startedAt().orElse(Times.ZERO),
                step.state().endedAt().orElse(Times.ZERO),
                step.state().message(),
                step.state().log());
    }
}
