package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Containers have distinct names, an image, variables with text, and valid ports and quantities. */
final class ContainerRule implements ObjectRule {

    @Override
    public Stream<String> violations(ObjectSet objects) {
        return objects.pods().stream().flatMap(ContainerRule::pod);
    }

    private static Stream<String> pod(Pod pod) {
        if (pod.containers().isEmpty()) {
            return Stream.of(pod.workload().ref() + " has no container");
        }
        List<String> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> ports = new HashSet<>();
        pod.allContainers().forEach(container -> {
            String where = pod.named(container);
            String name = Fields.text(container, "name");
            add(found, Syntax.isDnsLabel(name), where + ": invalid name: use at most 63 of a-z, 0-9 and -");
            add(found, names.add(name), where + ": another container of the pod has this name");
            add(found, !Fields.text(container, "image").isEmpty(), where + ": has no image");
            variables(where, container, found);
            ports(where, container, ports, found);
            quantities(where, container, found);
        });
        return found.stream();
    }

    private static void variables(String where, Map<String, Object> container, List<String> found) {
        for (Map<String, Object> variable : Fields.maps(container, "env")) {
            String name = Fields.text(variable, "name");
            Object value = variable.get("value");
            add(
                    found,
                    Syntax.isVariable(name),
                    where + " env: " + Quoted.value(name) + " is not a valid variable name");
            add(
                    found,
                    value == null || value instanceof String,
                    where + " env " + name + ": " + value + " is not text; print it with ?c or ?string inside ${…}");
        }
    }

    private static void ports(String where, Map<String, Object> container, Set<String> names, List<String> found) {
        for (Map<String, Object> port : Fields.maps(container, "ports")) {
            Object number = port.get("containerPort");
            add(
                    found,
                    Syntax.isPort(number),
                    where + " ports: " + Quoted.value(number) + " is not a number from 1 to 65535");
            if (port.get("name") != null) {
                String name = String.valueOf(port.get("name"));
                add(
                        found,
                        Syntax.isPortName(port.get("name")),
                        where + " ports: " + Quoted.value(name)
                                + " is not a valid port name: use at most 15 of a-z, 0-9 and -");
                add(found, names.add(name), where + " ports: the port name " + name + " is duplicated in the pod");
            }
        }
    }

    private static void quantities(String where, Map<String, Object> container, List<String> found) {
        Map<String, Object> resources = map(container, "resources");
        Stream.of("requests", "limits")
                .forEach(kind -> map(resources, kind)
                        .forEach((name, value) -> add(
                                found,
                                Syntax.isQuantity(value),
                                where + " resources." + kind + "." + name + ": " + Quoted.value(value)
                                        + " is not a quantity such as 500m or 4Gi")));
    }

    private static void add(List<String> found, boolean holds, String violation) {
        if (!holds) {
            found.add(violation);
        }
    }
}
