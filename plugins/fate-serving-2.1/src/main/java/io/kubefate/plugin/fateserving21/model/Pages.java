package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Ingresses of serving-proxy and serving-admin. */
final class Pages {

    private Pages() {}

    /**
     * Returns the Ingresses.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return for each module {@code hosts} (maps of {@code name} and {@code path}), {@code annotations} and {@code tls}
     */
    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "servingProxy", page(spec, "servingProxy", "serving-proxy.example.com"),
                "servingAdmin", page(spec, "servingAdmin", "serving-admin.example.com"));
    }

    private static Map<String, Object> page(ClusterSpec spec, String module, String host) {
        List<Map<String, Object>> hosts = MapList.of(spec, "ingress", module, "hosts").stream()
                .map(entry ->
                        host(Required.text(entry, "name"), entry.text("path").orElse("/")))
                .distinct()
                .toList();
        return Map.of(
                "hosts", hosts.isEmpty() ? List.of(host(host, "/")) : hosts,
                "annotations", annotations(spec, module),
                "tls",
                        MapList.of(spec, "ingress", module, "tls").stream()
                                .map(Pages::tls)
                                .toList());
    }

    private static Map<String, Object> host(String name, String path) {
        return Map.of("name", name, "path", path);
    }

    private static Map<String, Object> annotations(ClusterSpec spec, String module) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        spec.map("ingress", module, "annotations").forEach((key, value) -> annotations.put(key, String.valueOf(value)));
        return annotations;
    }

    private static Map<String, Object> tls(ClusterSpec entry) {
        return Map.of(
                "secretName",
                Required.text(entry, "secretName"),
                "hosts",
                entry.list("hosts").stream().map(String::valueOf).distinct().toList());
    }
}
