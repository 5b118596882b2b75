package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes that run the pods of a module. */
final class Placement {

    private Placement() {}

    /**
     * Returns the fields of a pod's spec.
     *
     * @param settings the map of a module, with the schema's defaults
     * @return those of {@code nodeSelector}, {@code tolerations} and {@code affinity} that are given
     */
    static Map<String, Object> of(ClusterSpec settings) {
        Map<String, Object> placement = new LinkedHashMap<>();
        Map<String, Object> selector = NodeSelector.of(settings, "nodeSelector");
        if (!selector.isEmpty()) {
            placement.put("nodeSelector", selector);
        }
        List<Map<String, Object>> tolerations = MapList.of(settings, "tolerations").stream()
                .map(toleration -> PlainValues.of(toleration.values()))
                .toList();
        if (!tolerations.isEmpty()) {
            placement.put("tolerations", tolerations);
        }
        Map<String, Object> affinity = PlainValues.of(settings.map("affinity"));
        if (!affinity.isEmpty()) {
            placement.put("affinity", affinity);
        }
        return placement;
    }
}
