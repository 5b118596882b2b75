package io.kubefate.planning.manifest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads and changes the node ports of Services. */
public final class NodePorts {

    private static final String PORTS = "ports";
    private static final String NODE_PORT = "nodePort";

    /** The fields that only a Service with node ports may have. */
    private static final List<String> OF_NODE_PORTS = List.of(
            "externalTrafficPolicy", "healthCheckNodePort", "allocateLoadBalancerNodePorts", "loadBalancerClass");

    private NodePorts() {}

    /** Returns the node ports of a Service; none for other objects. */
    public static Set<Integer> of(Manifest object) {
        return ports(object)
                .map(port -> port.get(NODE_PORT))
                .filter(Number.class::isInstance)
                .map(port -> ((Number) port).intValue())
                .collect(toUnmodifiableSet());
    }

    /** Returns a copy of a Service that requests no node port. */
    public static Manifest without(Manifest service) {
        return withPorts(service, port -> {
            port.remove(NODE_PORT);
            return port;
        });
    }

    /** Returns a copy of a Service as one of type ClusterIP, which has no node port. */
    public static Manifest released(Manifest service) {
        Map<String, Object> spec = new LinkedHashMap<>(without(service).spec());
        spec.put("type", "ClusterIP");
        OF_NODE_PORTS.forEach(spec::remove);
        return withSpec(service, spec);
    }

    /** Returns a copy of a Service with the node ports of another, for equal ports. */
    public static Manifest with(Manifest service, Manifest wanted) {
        Map<List<String>, Object> nodePorts = ports(wanted)
                .filter(port -> port.containsKey(NODE_PORT))
                .collect(toMap(NodePorts::key, port -> port.get(NODE_PORT), (first, second) -> first));
        return withPorts(service, port -> {
            Object nodePort = nodePorts.get(key(port));
            if (nodePort != null) {
                port.put(NODE_PORT, nodePort);
            }
            return port;
        });
    }

    private static List<String> key(Map<String, Object> port) {
        return List.of(String.valueOf(port.get("port")), Objects.toString(port.get("protocol"), "TCP"));
    }

    private static Manifest withPorts(Manifest service, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> spec = new LinkedHashMap<>(service.spec());
        spec.put(
                PORTS,
                ports(service)
                        .map(port -> change.apply(new LinkedHashMap<>(port)))
                        .toList());
        return withSpec(service, spec);
    }

    private static Manifest withSpec(Manifest service, Map<String, Object> spec) {
        Map<String, Object> content = new LinkedHashMap<>(service.content());
        content.put("spec", spec);
        return new Manifest(content);
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static Stream<Map<String, Object>> ports(Manifest object) {
        return object.kind().equals("Service") && object.spec().get(PORTS) instanceof Collection<?> ports
                ? ports.stream().filter(Map.class::isInstance).map(port -> (Map<String, Object>) port)
                : Stream.empty();
    }
}
