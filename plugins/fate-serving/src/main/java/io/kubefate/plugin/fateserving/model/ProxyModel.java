package io.kubefate.plugin.fateserving.model;

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

/** serving-proxy: its Service, Ingress and routes. */
final class ProxyModel {

    private static final String NO_EXCHANGE = "default-serving-proxy";
    private static final BigInteger PORT = BigInteger.valueOf(8869);

    private ProxyModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        BigInteger partyId = Required.number(spec, "partyId");
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "servingProxy", List.of("nodePort")));
        model.put("host", spec.text("servingProxy", "ingerssHost").orElse(partyId + ".serving-proxy.kubefate.net"));
        model.put("nodeSelector", NodeSelector.of(spec, "servingProxy", "nodeSelector"));
        model.put("defaultRoute", defaultRoute(spec));
        model.put(
                "parties",
                MapList.of(spec, "servingProxy", "partyList").stream()
                        .map(ProxyModel::party)
                        .filter(party -> !partyId.equals(party.get("partyId")))
                        .toList());
        return model;
    }

    /** Without an exchange, requests for unknown parties go to a name that nothing serves, as in the release's own chart. */
    private static Map<String, Object> defaultRoute(ClusterSpec spec) {
        return Map.of(
                "ip", spec.text("servingProxy", "exchange", "ip").orElse(NO_EXCHANGE),
                "port",
                        WholeNumber.find(spec, "servingProxy", "exchange", "port")
                                .orElse(PORT));
    }

    /** The default of the map {@code servingProxy} lists party 9999, which needs no route if it is the cluster's own. */
    private static Map<String, Object> party(ClusterSpec entry) {
        return Map.of(
                "partyId", Required.number(entry, "partyId"),
                "ip", entry.text("partyIp").orElse(""),
                "port", Required.number(entry, "partyPort"));
    }
}
