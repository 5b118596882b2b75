package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Ingresses;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses of the web pages. */
final class Pages {

    /** Each page and the name in its default host. */
    private static final Map<String, String> NAMES = Map.of(
            "fateboard",
            "fateboard",
            "client",
            "notebook",
            "spark",
            "spark",
            "rabbitmq",
            "rabbitmq",
            "pulsar",
            "pulsar");

    private Pages() {}

    /**
     * Returns the addresses.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return for each page {@code hosts} (with {@code name} and {@code path}), {@code names} of the hosts, {@code annotations} and
     *     {@code tls}
     */
    static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> pages = new LinkedHashMap<>();
        NAMES.forEach((page, name) -> pages.put(page, page(spec, page, name + ".example.com")));
        return pages;
    }

    private static Map<String, Object> page(ClusterSpec spec, String page, String host) {
        List<Map<String, Object>> hosts = MapList.of(spec, "ingress", page, "hosts").stream()
                .map(entry -> Part.of(entry).texts("name", "path").model())
                .distinct()
                .toList();
        List<String> names = Ingresses.hosts(spec, page);
        return Map.of(
                "hosts",
                hosts.isEmpty() ? List.of(Map.of("name", host, "path", "/")) : hosts,
                "names",
                names.isEmpty() ? List.of(host) : names,
                "annotations",
                annotations(spec, page),
                "tls",
                MapList.of(spec, "ingress", page, "tls").stream()
                        .map(Pages::tls)
                        .toList());
    }

    private static Map<String, Object> annotations(ClusterSpec spec, String page) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        spec.map("ingress", page, "annotations").forEach((key, value) -> annotations.put(key, String.valueOf(value)));
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
