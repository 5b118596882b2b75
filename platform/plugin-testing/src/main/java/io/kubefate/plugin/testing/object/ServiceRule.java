package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Services have valid ports and select pods that have the target ports. */
final class ServiceRule implements ObjectRule {

    @Override
    public Stream<String> violations(ObjectSet objects) {
        return objects.ofKind("Service")
                .flatMap(service -> Stream.concat(ports(service), targets(service, objects.pods())));
    }

    private static Stream<String> ports(Manifest service) {
        List<Map<String, Object>> ports = Fields.maps(service.spec(), "ports");
        Set<String> seen = new HashSet<>();
        return ports.stream()
                .filter(port -> !isValid(port, ports.size()) || !seen.add(key(port)) || !seen.add(name(port)))
                .map(port -> service.ref() + " spec.ports: " + Quoted.value(port)
                        + " has a number or node port out of range, or a duplicate name or number; several"
                        + " ports need names of at most 63 of a-z, 0-9 and -");
    }

    private static boolean isValid(Map<String, Object> port, int of) {
        Object name = port.get("name");
        Object nodePort = port.get("nodePort");
        boolean named = name == null ? of == 1 : name instanceof String text && Syntax.isDnsLabel(text);
        return named && Syntax.isPort(port.get("port")) && (nodePort == null || Syntax.isNodePort(nodePort));
    }

    private static String key(Map<String, Object> port) {
        return port.get("port") + "/" + protocol(port);
    }

    private static String name(Map<String, Object> port) {
        return "name " + Fields.text(port, "name");
    }

    private static Stream<String> targets(Manifest service, List<Pod> pods) {
        Map<String, Object> selector = map(service.spec(), "selector");
        if (selector.isEmpty()) {
            return Stream.empty();
        }
        List<Pod> selected = pods.stream()
                .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()))
                .toList();
        if (selected.isEmpty()) {
            return Stream.of(service.ref() + " spec.selector: " + selector
                    + " selects no pod; print the labels of the pods, or create the Service only with its workload");
        }
        return Fields.maps(service.spec(), "ports").stream()
                .flatMap(port -> selected.stream()
                        .filter(pod -> !listens(pod, port))
                        .map(pod -> service.ref() + " spec.ports: the target port " + Quoted.value(target(port)) + "/"
                                + protocol(port) + " is not a port of a container of "
                                + pod.workload().ref() + "; add it there under ports"));
    }

    private static boolean listens(Pod pod, Map<String, Object> servicePort) {
        Object target = target(servicePort);
        return pod.containers().stream()
                .flatMap(container -> Fields.maps(container, "ports").stream())
                .filter(port -> protocol(port).equals(protocol(servicePort)))
                .anyMatch(port -> target.equals(port.get("containerPort")) || target.equals(port.get("name")));
    }

    private static Object target(Map<String, Object> port) {
        Object target = port.getOrDefault("targetPort", port.get("port"));
        return target == null ? "" : target;
    }

    private static String protocol(Map<String, Object> port) {
        return String.valueOf(port.getOrDefault("protocol", "TCP"));
    }
}
