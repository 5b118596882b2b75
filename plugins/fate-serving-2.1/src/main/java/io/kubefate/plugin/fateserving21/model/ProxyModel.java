package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** serving-proxy: its Service and routes. */
final class ProxyModel {

    private static final String MODULE = "servingProxy";
    private static final BigInteger PORT = BigInteger.valueOf(8869);

    private ProxyModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        ModuleModel model = ModuleModel.of(spec, MODULE).exposed("nodePort");
        exchange(spec).ifPresent(route -> model.with("exchange", route));
        return model.with(
                        "parties",
                        MapList.of(spec, MODULE, "partyList").stream()
                                .map(ProxyModel::party)
                                .toList())
                .values();
    }

    /** {@return {@code ip} and {@code port} of the exchange; empty if requests for unknown parties fail} */
    private static Optional<Map<String, Object>> exchange(ClusterSpec spec) {
        return spec.text(MODULE, "exchange", "ip")
                .map(ip -> Map.of(
                        "ip",
                        ip,
                        "port",
                        WholeNumber.find(spec, MODULE, "exchange", "port").orElse(PORT)));
    }

    private static Map<String, Object> party(ClusterSpec entry) {
        return Map.of(
                "partyId", Required.number(entry, "partyId"),
                "ip", Required.text(entry, "partyIp"),
                "port", Required.number(entry, "partyPort"));
    }
}
