package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rollsite, the gateway to other parties: its Service and its routes. */
final class RollsiteModel {

    private static final BigInteger PORT = BigInteger.valueOf(9370);

    private RollsiteModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "rollsite", List.of("nodePort")));
        model.put("nodeSelector", NodeSelector.of(spec, "rollsite", "nodeSelector"));
        model.put("defaultRoute", defaultRoute(spec));
        model.put(
                "parties",
                MapList.of(spec, "rollsite", "partyList").stream()
                        .map(RollsiteModel::party)
                        .toList());
        return model;
    }

    /** Without an exchange, requests for unknown parties return to rollsite itself. */
    private static Map<String, Object> defaultRoute(ClusterSpec spec) {
        return Map.of(
                "ip", spec.text("rollsite", "exchange", "ip").orElse("rollsite"),
                "port", WholeNumber.find(spec, "rollsite", "exchange", "port").orElse(PORT));
    }

    private static Map<String, Object> party(ClusterSpec entry) {
        return Map.of(
                "partyId", Required.number(entry, "partyId"),
                "ip", entry.text("partyIp").orElse(""),
                "port", Required.number(entry, "partyPort"));
    }
}
