package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.spi.Annotations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The annotations that the host reads name ports, volumes, containers and variables that exist. */
final class AnnotationRule implements ObjectRule {

    private static final String UPDATED =
            "a volume of a ConfigMap or Secret that its containers mount as a whole, without subPath";

    @Override
    public Stream<String> violations(ObjectSet objects) {
        Stream<String> ports = objects.objects().stream()
                .flatMap(object -> value(object, Annotations.PARTY_PORT)
                        .filter(port -> !hasPort(object, port))
                        .map(port -> object.ref() + " annotation " + Annotations.PARTY_PORT + ": " + Quoted.value(port)
                                + " is not the number or name of a port of this Service")
                        .stream());
        Stream<String> pods = objects.pods().stream()
                .flatMap(pod -> Stream.of(
                                unknown(pod, Annotations.DATA_VOLUMES, pod.volumeNames(), "a volume of its pods"),
                                unknown(pod, Annotations.LIVE_VOLUMES, updated(pod), UPDATED),
                                unknown(pod, Annotations.SIDECARS, containers(pod), "a container of its pods"),
                                unknown(
                                        pod,
                                        Annotations.INITIAL_VARIABLES,
                                        variables(pod),
                                        "a variable of its containers"))
                        .flatMap(violations -> violations));
        return Stream.concat(ports, pods);
    }

    private static boolean hasPort(Manifest object, String wanted) {
        return object.kind().equals("Service")
                && Fields.maps(object.spec(), "ports").stream()
                        .flatMap(port -> Stream.of(port.get("port"), port.get("name")))
                        .anyMatch(port -> wanted.equals(String.valueOf(port)));
    }

    private static Stream<String> unknown(Pod pod, String annotation, Stream<String> known, String what) {
        List<String> names = known.toList();
        return value(pod.workload(), annotation).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .filter(name -> !names.contains(name))
                .map(name -> pod.workload().ref() + " annotation " + annotation + ": " + Quoted.value(name) + " is not "
                        + what);
    }

    /** {@return the volumes whose files Kubernetes updates in running containers} */
    private static Stream<String> updated(Pod pod) {
        List<String> parts = pod.allContainers()
                .flatMap(container -> Fields.maps(container, "volumeMounts").stream())
                .filter(mount -> mount.containsKey("subPath") || mount.containsKey("subPathExpr"))
                .map(mount -> Fields.text(mount, "name"))
                .toList();
        return Fields.maps(pod.spec(), "volumes").stream()
                .filter(volume -> volume.containsKey("configMap") || volume.containsKey("secret"))
                .map(volume -> Fields.text(volume, "name"))
                .filter(name -> !parts.contains(name));
    }

    private static Stream<String> containers(Pod pod) {
        return pod.containers().stream().map(container -> Fields.text(container, "name"));
    }

    private static Stream<String> variables(Pod pod) {
        return pod.allContainers()
                .flatMap(container -> Fields.maps(container, "env").stream())
                .map(variable -> Fields.text(variable, "name"));
    }

    private static Optional<String> value(Manifest object, String annotation) {
        Map<String, Object> annotations = map(object.metadata(), "annotations");
        return Optional.ofNullable(annotations.get(annotation)).map(String::valueOf);
    }
}
