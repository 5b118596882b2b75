package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.spi.Annotations;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The annotations that the host reads name ports and volumes that exist. */
final class AnnotationRule implements ObjectRule {

    @Override
    public Stream<String> violations(ObjectSet objects) {
        Stream<String> ports = objects.objects().stream()
                .flatMap(object -> value(object, Annotations.PARTY_PORT)
                        .filter(port -> !hasPort(object, port))
                        .map(port -> object.ref() + " annotation " + Annotations.PARTY_PORT + ": " + Quoted.value(port)
                                + " is not the number or name of a port of this Service")
                        .stream());
        Stream<String> volumes = objects.pods().stream().flatMap(AnnotationRule::unknownVolumes);
        return Stream.concat(ports, volumes);
    }

    private static boolean hasPort(Manifest object, String wanted) {
        return object.kind().equals("Service")
                && Fields.maps(object.spec(), "ports").stream()
                        .flatMap(port -> Stream.of(port.get("port"), port.get("name")))
                        .anyMatch(port -> wanted.equals(String.valueOf(port)));
    }

    private static Stream<String> unknownVolumes(Pod pod) {
        return value(pod.workload(), Annotations.DATA_VOLUMES).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .filter(name -> pod.volumeNames().noneMatch(name::equals))
                .map(name -> pod.workload().ref() + " annotation " + Annotations.DATA_VOLUMES + ": "
                        + Quoted.value(name) + " is not a volume of its pods");
    }

    private static Optional<String> value(Manifest object, String annotation) {
        Map<String, Object> annotations = map(object.metadata(), "annotations");
        return Optional.ofNullable(annotations.get(annotation)).map(String::valueOf);
    }
}
