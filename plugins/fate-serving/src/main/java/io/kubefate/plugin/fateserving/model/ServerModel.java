package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** serving-server: its Service, its storage and the address from which it fetches models. */
final class ServerModel {

    private ServerModel() {}

    static Map<String, Object> of(ClusterSpec spec, boolean persistent) {
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "servingServer", List.of("nodePort")));
        model.put("fateFlow", fateFlow(spec));
        model.put("nodeSelector", NodeSelector.of(spec, "servingServer", "nodeSelector"));
        model.put(
                "storage",
                Storage.of("serving-server", new ClusterSpec(spec.map("servingServer")))
                        .toModel(persistent));
        return model;
    }

    private static Map<String, Object> fateFlow(ClusterSpec spec) {
        return Map.of(
                "ip", Required.text(spec, "servingServer", "fateflow", "ip"),
                "port", Required.number(spec, "servingServer", "fateflow", "port"));
    }
}
