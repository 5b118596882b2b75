package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Objects are in the namespace and have valid names, labels and annotations. */
final class NameRule implements ObjectRule {

    /** Kinds whose name is used as a host name or the value of a label. */
    private static final Set<String> LABELS = Set.of("StatefulSet", "Job", "CronJob", "Pod", "Namespace");

    private static final Set<String> RBAC = Set.of("Role", "RoleBinding");

    @Override
    public Stream<String> violations(ObjectSet objects) {
        return objects.objects().stream()
                .flatMap(object -> Stream.of(
                                scope(object, objects.namespace()),
                                name(object),
                                labels(object.ref() + " metadata.labels", map(object.metadata(), "labels")),
                                annotations(
                                        object.ref() + " metadata.annotations", map(object.metadata(), "annotations")),
                                Pod.of(object).stream().flatMap(NameRule::pod))
                        .flatMap(found -> found));
    }

    /** Names of kinds that are not namespaced start with Cluster; the host rejects the others that it knows. */
    private static Stream<String> scope(Manifest object, String namespace) {
        if (object.kind().startsWith("Cluster")) {
            return Stream.of(object.ref()
                    + " is not namespaced; a release can only have objects in the namespace of its cluster");
        }
        return object.ref().namespace().equals(namespace)
                ? Stream.empty()
                : Stream.of(
                        object.ref() + " metadata.namespace: is " + object.ref().namespace() + "; omit it");
    }

    private static Stream<String> name(Manifest object) {
        String name = object.ref().name();
        boolean text = object.metadata().get("name") instanceof String;
        if (object.kind().equals("Service")) {
            return unless(
                    text && Syntax.isServiceName(name), object, "at most 63 of a-z, 0-9 and -, with a letter first");
        }
        if (LABELS.contains(object.kind())) {
            return unless(text && Syntax.isDnsLabel(name), object, "at most 63 of a-z, 0-9 and -");
        }
        return RBAC.contains(object.kind())
                ? Stream.empty()
                : unless(text && Syntax.isSubdomain(name), object, "at most 253 of a-z, 0-9, - and .");
    }

    private static Stream<String> unless(boolean holds, Manifest object, String expected) {
        return holds
                ? Stream.empty()
                : Stream.of(object.kind() + " metadata.name: "
                        + Quoted.value(object.metadata().get("name")) + " is not a valid name for this kind ("
                        + expected
                        + "); narrow the pattern of the key that it contains");
    }

    private static Stream<String> pod(Pod pod) {
        String where = pod.workload().ref() + " pod";
        return Stream.of(
                        labels(where + " metadata.labels", pod.labels()),
                        annotations(where + " metadata.annotations", map(pod.metadata(), "annotations")),
                        labels(where + " spec.nodeSelector", map(pod.spec(), "nodeSelector")))
                .flatMap(found -> found);
    }

    private static Stream<String> labels(String where, Map<String, Object> labels) {
        return labels.entrySet().stream()
                .filter(label -> !Syntax.isLabelKey(label.getKey()) || !Syntax.isLabelValue(label.getValue()))
                .map(
                        label -> where + ": " + Quoted.value(label.getKey()) + ": " + Quoted.value(label.getValue())
                                + " is not a valid label: use text of at most 63 letters, digits, -, _ and . for key and value");
    }

    private static Stream<String> annotations(String where, Map<String, Object> annotations) {
        return annotations.entrySet().stream()
                .filter(entry -> !Syntax.isLabelKey(entry.getKey()) || !(entry.getValue() instanceof String))
                .map(entry -> where + ": " + Quoted.value(entry.getKey()) + ": " + Quoted.value(entry.getValue())
                        + " is not a valid annotation: use a label key and text as value");
    }
}
