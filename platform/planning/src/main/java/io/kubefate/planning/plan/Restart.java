package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.PodTemplate;
import java.util.List;
import java.util.Set;

/** Whether a change restarts pods. */
final class Restart {

    private static final Set<Change.Effect> YES = Set.of(Change.Effect.RESTARTS_PODS);

    private Restart() {}

    /** Returns the effect of a change of fields: a workload replaces its pods if their template changes. */
    static Set<Change.Effect> effect(List<FieldChange> fields) {
        return fields.stream().anyMatch(field -> field.path().startsWith("spec.template.")) ? YES : Set.of();
    }

    /** Returns the effect of a replacement. */
    static Set<Change.Effect> ofAll(Manifest object) {
        return PodTemplate.of(object).isPresent() ? YES : Set.of();
    }
}
