package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The resources of a container. */
final class Resources {

    private Resources() {}

    /**
     * Returns the quantities as text: a server-side apply of Kubernetes 1.20 refuses numbers.
     *
     * @param settings the map of a module, with the schema's defaults
     * @return {@code requests} and {@code limits}, if they have any quantity
     */
    static Map<String, Object> of(ClusterSpec settings) {
        Map<String, Object> resources = new LinkedHashMap<>();
        for (String kind : List.of("requests", "limits")) {
            ClusterSpec given = new ClusterSpec(settings.map("resources", kind));
            Map<String, Object> quantities = new LinkedHashMap<>();
            given.values().keySet().forEach(name -> given.text(name).ifPresent(text -> quantities.put(name, text)));
            if (!quantities.isEmpty()) {
                resources.put(kind, quantities);
            }
        }
        return resources;
    }
}
