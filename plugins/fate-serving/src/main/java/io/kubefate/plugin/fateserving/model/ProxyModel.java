package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.Entries;
import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way in and out: serving-proxy's Service, Ingress and routes. */
final class ProxyModel {

    /** The port at which parties reach each other's serving-proxy. */
    private static final int PORT = 8869;

    private ProxyModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "servingProxy", List.of("nodePort")));
        model.put("host", spec.text("servingProxy", "ingerssHost").orElse(""));
        model.put("nodeSelector", NodeSelector.of(spec, "servingProxy", "nodeSelector"));
        model.put("defaultRoute", defaultRoute(spec));
        model.put(
                "parties",
                Entries.of(spec, "servingProxy", "partyList").stream()
                        .map(ProxyModel::party)
                        .toList());
        return model;
    }

    /** Without an exchange the release names an address that is nobody's: what is for nobody known goes nowhere. */
    private static Map<String, Object> defaultRoute(ClusterSpec spec) {
        return Map.of(
                "ip", spec.text("servingProxy", "exchange", "ip").orElse("default-serving-proxy"),
                "port", WholeNumber.or(PORT, spec, "servingProxy", "exchange", "port"));
    }

    private static Map<String, Object> party(ClusterSpec entry) {
        return Map.of(
                "partyId", WholeNumber.or(0, entry, "partyId"),
                "ip", entry.text("partyIp").orElse(""),
                "port", WholeNumber.or(PORT, entry, "partyPort"));
    }
}
