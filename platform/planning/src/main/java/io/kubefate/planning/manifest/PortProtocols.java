package io.kubefate.planning.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Adds the default protocol to ports. In Kubernetes 1.20 the protocol is part of a port's key before defaults are set, so it
 * rejects a server-side apply without it.
 */
public final class PortProtocols {

    private static final String PORTS = "ports";
    private static final String PROTOCOL = "protocol";

    private PortProtocols() {}

    /** Returns the object with protocol TCP on each port of a Service or container that has none. */
    public static Manifest complete(Manifest object) {
        if (object.kind().equals("Service")) {
            return new Manifest(inside(object.content(), "spec", spec -> eachOf(spec, PORTS, PortProtocols::port)));
        }
        return new Manifest(inside(
                object.content(),
                "spec",
                spec -> inside(spec, "template", template -> inside(template, "spec", PortProtocols::pod))));
    }

    private static Map<String, Object> pod(Map<String, Object> spec) {
        UnaryOperator<Map<String, Object>> container = found -> eachOf(found, PORTS, PortProtocols::port);
        return eachOf(eachOf(spec, "containers", container), "initContainers", container);
    }

    private static Map<String, Object> port(Map<String, Object> port) {
        return port.get(PROTOCOL) == null ? with(port, PROTOCOL, "TCP") : port;
    }

    private static Map<String, Object> inside(
            Map<String, Object> parent, String key, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> child = Manifest.map(parent, key);
        return child.isEmpty() ? parent : with(parent, key, change.apply(child));
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static Map<String, Object> eachOf(
            Map<String, Object> parent, String key, UnaryOperator<Map<String, Object>> change) {
        if (!(parent.get(key) instanceof List<?> items)) {
            return parent;
        }
        List<Object> changed = items.stream()
                .map(item -> item instanceof Map<?, ?> map ? (Object) change.apply((Map<String, Object>) map) : item)
                .toList();
        return with(parent, key, changed);
    }

    private static Map<String, Object> with(Map<String, Object> parent, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(parent);
        copy.put(key, value);
        return copy;
    }
}
