package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Helm release that a cluster adopts.
 *
 * @param objects its objects as Helm applied them
 */
record AdoptedRelease(Map<ObjectRef, Manifest> objects) {

    AdoptedRelease {
        objects = Map.copyOf(objects);
    }

    /** Returns the deployed revision among the records; a release without objects if nothing is adopted. */
    static AdoptedRelease of(Planner planner, List<Manifest> live) {
        Map<ObjectRef, Manifest> objects = new HashMap<>();
        if (planner.options().contains(PlanOption.ADOPT)) {
            live.stream()
                    .flatMap(object -> HelmRecord.of(object).stream())
                    .filter(HelmRecord::isDeployed)
                    .flatMap(record -> record.objects().stream())
                    .forEach(object -> objects.put(object.ref(), object));
        }
        return new AdoptedRelease(objects);
    }

    /**
     * Returns the fields that Helm set and that are not desired. Applying removes them, but its dry run does not show it, because they are
     * taken over only when the plan is executed.
     */
    List<FieldChange> removedFields(Manifest wanted, Mask mask) {
        Manifest before = objects.get(wanted.ref());
        return before == null || wanted.ref().isClaim()
                ? List.of()
                : Difference.between(before, wanted, mask).stream()
                        .filter(field -> field.after().isEmpty()
                                && !field.before().isEmpty()
                                && !field.path().contains(" line "))
                        .toList();
    }
}
