package io.kubefate.plugin.testing;

import io.kubefate.server.kubernetes.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold between the objects of one cluster. */
final class ObjectRules {

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    private ObjectRules() {}

    /** {@return what does not hold, a sentence each} */
    static List<String> violations(List<Manifest> objects, String namespace) {
        List<String> violations = new ArrayList<>();
        for (Manifest object : objects) {
            check(violations, object.ref().namespace().equals(namespace), object, "is outside the namespace");
            check(violations, DNS_LABEL.matcher(object.ref().name()).matches(), object, "has an invalid name");
            if (WORKLOADS.contains(object.kind())) {
                check(
                        violations,
                        podLabels(object)
                                .entrySet()
                                .containsAll(matchLabels(object).entrySet()),
                        object,
                        "does not select its own pods");
            }
            if (object.kind().equals("Service")
                    && !Manifest.map(object.spec(), "selector").isEmpty()) {
                check(violations, selectsSomething(object, objects), object, "selects no pod");
            }
        }
        return violations;
    }

    private static void check(List<String> violations, boolean holds, Manifest object, String text) {
        if (!holds) {
            violations.add(object.ref() + " " + text);
        }
    }

    private static boolean selectsSomething(Manifest service, List<Manifest> objects) {
        Map<String, Object> selector = Manifest.map(service.spec(), "selector");
        return objects.stream()
                .filter(object -> WORKLOADS.contains(object.kind()))
                .anyMatch(workload -> podLabels(workload).entrySet().containsAll(selector.entrySet()));
    }

    private static Map<String, Object> podLabels(Manifest workload) {
        Map<String, Object> template = Manifest.map(workload.spec(), "template");
        return Manifest.map(Manifest.map(template, "metadata"), "labels");
    }

    private static Map<String, Object> matchLabels(Manifest workload) {
        return Manifest.map(Manifest.map(workload.spec(), "selector"), "matchLabels");
    }
}
