package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.manifest.Manifest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds changes of immutable fields, for the kinds that clusters use. */
final class SandboxFields {

    private static final Set<String> OF_STATEFUL_SETS = Set.of("replicas", "template", "updateStrategy");

    private SandboxFields() {}

    /** Returns the path of the first changed immutable field of the spec. */
    static Optional<String> changedForever(Manifest before, Manifest after) {
        Stream<String> fixed = switch (after.kind()) {
            case "Deployment", "DaemonSet" -> changed(before, after).filter("selector"::equals);
            case "StatefulSet" -> changed(before, after).filter(field -> !OF_STATEFUL_SETS.contains(field));
            case "Job" -> changed(before, after).filter("template"::equals);
            case "PersistentVolumeClaim" -> changed(before, after);
            default -> Stream.empty();
        };
        return fixed.findFirst().map(field -> "spec." + field);
    }

    private static Stream<String> changed(Manifest before, Manifest after) {
        Map<String, Object> old = before.spec();
        Map<String, Object> wanted = after.spec();
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(wanted.keySet());
        return fields.stream().filter(field -> !Objects.equals(old.get(field), wanted.get(field)));
    }
}
