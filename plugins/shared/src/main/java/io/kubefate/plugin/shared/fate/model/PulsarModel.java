package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The module {@code pulsar}, and the routes to the Pulsar of other parties, which FATE-Flow reads. */
final class PulsarModel {

    private PulsarModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        List<String> parties = RouteTable.parties(spec, "pulsar");
        Part part = Part.of(spec, "pulsar")
                .pod()
                .service("httpNodePort", "httpsNodePort")
                .storage()
                .put("publicLoadBalancer", Flag.isSet(spec, "pulsar", "publicLB", "enabled"))
                .put("env", variables(spec))
                .put(
                        "confs",
                        Part.of(spec, "pulsar", "confs")
                                .numbers("brokerDeleteInactiveTopicsFrequencySeconds", "backlogQuotaDefaultLimitGB")
                                .model())
                .put("listed", parties)
                .put("routes", parties.stream().map(party -> route(spec, party)).toList());
        ClusterSpec exchange = new ClusterSpec(spec.map("pulsar", "exchange"));
        if (exchange.text("ip").isPresent()) {
            part.put("exchange", exchange(exchange));
        }
        return part.put("tls", exchange.text("ip").isPresent()).model();
    }

    private static Map<String, Object> exchange(ClusterSpec exchange) {
        return Map.of(
                "proxy", Required.text(exchange, "ip") + ":" + Required.number(exchange, "port"),
                "domain", Required.text(exchange, "domain"),
                "tlsSecret", Required.text(exchange, "tlsSecret"));
    }

    private static List<Map<String, Object>> variables(ClusterSpec spec) {
        return MapList.of(spec, "pulsar", "env").stream()
                .map(variable -> Map.<String, Object>of(
                        "name", Required.text(variable, "name"),
                        "value", variable.text("value").orElse("")))
                .toList();
    }

    private static Map<String, Object> route(ClusterSpec spec, String party) {
        Part part = Part.of(spec, "pulsar", "route_table", party);
        Map<String, Object> address = part.texts("host")
                .numbers("port", "sslPort")
                .put("proxy", part.settings().text("proxy").orElse(""))
                .model();
        return Map.of("partyId", new BigInteger(party), "address", address);
    }
}
