package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The module {@code nginx}: its Service and its routes. */
final class NginxModel {

    private NginxModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        ClusterSpec table = new ClusterSpec(spec.map("nginx", "route_table"));
        Map<String, Object> model = new LinkedHashMap<>(Exposure.of(spec, "nginx", List.of("nodePort")));
        model.put("nodeSelector", NodeSelector.of(spec, "nginx", "nodeSelector"));
        List<String> parties = RouteTable.parties(spec, "nginx");
        model.put("listed", parties);
        model.put("routes", parties.stream().map(party -> route(table, party)).toList());
        return model;
    }

    /** A party ID is a number because the proxy looks up a number; only {@code default} is text. */
    private static Map<String, Object> route(ClusterSpec table, String party) {
        return Map.of(
                "party", party.equals(RouteTable.DEFAULT) ? party : new BigInteger(party),
                "proxy", addresses(table, party, "proxy"),
                "fateflow", addresses(table, party, "fateflow"));
    }

    private static List<Map<String, Object>> addresses(ClusterSpec table, String party, String service) {
        return MapList.of(table, party, service).stream()
                .map(address -> Map.<String, Object>of(
                        "host", address.text("host").orElse(""),
                        "port", Required.number(address, "port")))
                .toList();
    }
}
