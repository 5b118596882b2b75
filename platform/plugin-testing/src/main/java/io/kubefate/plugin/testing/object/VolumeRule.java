package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mounted volumes are declared, and each mount of a container has its own path. */
final class VolumeRule implements ObjectRule {

    @Override
    public Stream<String> violations(ObjectSet objects) {
        return objects.pods().stream().flatMap(pod -> Stream.concat(declared(pod), paths(pod)));
    }

    private static Stream<String> declared(Pod pod) {
        Set<String> names = new HashSet<>(templates(pod));
        Stream<String> twice = volumes(pod)
                .filter(name -> !Syntax.isDnsLabel(name) || !names.add(name))
                .map(name -> pod.workload().ref() + " volumes: " + Quoted.value(name)
                        + " is duplicated or not a name of at most 63 of a-z, 0-9 and -");
        Set<String> known = Stream.concat(volumes(pod), templates(pod).stream()).collect(Collectors.toSet());
        Stream<String> missing = pod.allContainers()
                .flatMap(container -> Fields.maps(container, "volumeMounts").stream()
                        .map(mount -> Fields.text(mount, "name"))
                        .filter(name -> !known.contains(name))
                        .map(name -> pod.named(container) + " volumeMounts: no volume is named " + Quoted.value(name)
                                + "; add it under volumes"));
        return Stream.concat(twice, missing);
    }

    private static Stream<String> paths(Pod pod) {
        return pod.allContainers().flatMap(container -> {
            Set<String> seen = new HashSet<>();
            return Fields.maps(container, "volumeMounts").stream()
                    .filter(mount -> !isPath(mount) || !seen.add(Fields.text(mount, "mountPath")))
                    .map(
                            mount -> pod.named(container) + " volumeMounts: " + Quoted.value(mount)
                                    + " needs its own absolute mountPath, and a subPath that is relative and does not contain ..");
        });
    }

    private static boolean isPath(Map<String, Object> mount) {
        String path = Fields.text(mount, "mountPath");
        String subPath = Fields.text(mount, "subPath");
        return path.startsWith("/")
                && !path.contains(":")
                && !subPath.startsWith("/")
                && !List.of(subPath.split("/")).contains("..");
    }

    private static Stream<String> volumes(Pod pod) {
        return Fields.maps(pod.spec(), "volumes").stream().map(volume -> Fields.text(volume, "name"));
    }

    private static List<String> templates(Pod pod) {
        return Fields.maps(pod.workload().spec(), "volumeClaimTemplates").stream()
                .map(claim -> Fields.text(map(claim, "metadata"), "name"))
                .toList();
    }
}
