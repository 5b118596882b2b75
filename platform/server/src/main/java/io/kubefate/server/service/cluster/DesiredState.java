package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is to become.
 *
 * @param steps the Jobs that run before the objects are applied, as they were rendered
 * @param objects the objects, as they were rendered; none for a delete
 * @param notes what happens to data besides what the objects say, a sentence each
 * @param specs the content of each cluster.yaml that is concerned; their passwords are masked in the plan
 */
record DesiredState(List<Manifest> steps, List<Manifest> objects, List<String> notes, List<Map<String, Object>> specs) {

    DesiredState {
        steps = List.copyOf(requireNonNull(steps, "steps is null"));
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
        notes = List.copyOf(requireNonNull(notes, "notes is null"));
        specs = List.copyOf(requireNonNull(specs, "specs is null"));
    }
}
