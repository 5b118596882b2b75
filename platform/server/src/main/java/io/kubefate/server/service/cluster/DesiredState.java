package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * The desired state of a cluster.
 *
 * @param steps the rendered Jobs that run before the objects are applied, and claims for what they save
 * @param objects the rendered objects; none for a delete
 * @param notes effects on data that the objects do not show, one sentence each
 * @param specs the content of each cluster.yaml involved; their passwords are masked in the plan
 */
record DesiredState(List<Manifest> steps, List<Manifest> objects, List<String> notes, List<Map<String, Object>> specs) {

    DesiredState {
        steps = List.copyOf(requireNonNull(steps, "steps is null"));
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
        notes = List.copyOf(requireNonNull(notes, "notes is null"));
        specs = List.copyOf(requireNonNull(specs, "specs is null"));
    }
}
