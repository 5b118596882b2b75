package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pods of a workload, or a pod itself.
 *
 * @param workload for example a Deployment
 * @param metadata of the pods
 * @param spec of the pods
 */
record Pod(Manifest workload, Map<String, Object> metadata, Map<String, Object> spec) {

    /** {@return the pods of an object, if it is a workload} */
    static Optional<Pod> of(Manifest object) {
        return switch (object.kind()) {
            case "Pod" -> Optional.of(new Pod(object, object.metadata(), object.spec()));
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job" ->
                Optional.of(of(object, map(object.spec(), "template")));
            case "CronJob" -> Optional.of(of(object, map(map(map(object.spec(), "jobTemplate"), "spec"), "template")));
            default -> Optional.empty();
        };
    }

    Map<String, Object> labels() {
        return map(metadata, "labels");
    }

    List<Map<String, Object>> containers() {
        return Fields.maps(spec, "containers");
    }

    List<Map<String, Object>> initContainers() {
        return Fields.maps(spec, "initContainers");
    }

    Stream<Map<String, Object>> allContainers() {
        return Stream.concat(initContainers().stream(), containers().stream());
    }

    /** {@return the names of the volumes of the pods, with those of the claim templates} */
    Stream<String> volumeNames() {
        return Stream.concat(
                Fields.maps(spec, "volumes").stream().map(volume -> Fields.text(volume, "name")),
                Fields.maps(workload.spec(), "volumeClaimTemplates").stream()
                        .map(claim -> Fields.text(map(claim, "metadata"), "name")));
    }

    /** {@return the workload and one of its containers, for messages} */
    String named(Map<String, Object> container) {
        return workload.ref() + ", container " + Fields.text(container, "name");
    }

    private static Pod of(Manifest object, Map<String, Object> template) {
        return new Pod(object, map(template, "metadata"), map(template, "spec"));
    }
}
