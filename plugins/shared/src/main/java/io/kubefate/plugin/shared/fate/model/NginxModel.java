package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The module {@code nginx}: its Service and its routes. */
public final class NginxModel {

    private NginxModel() {}

    /**
     * Returns the variables of the module.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return pod, Service, {@code exchange}, {@code listed} and {@code routes}. An exchange, which has no FATE-Flow, adds
     *     {@code ownFateFlow} and, as {@code placeholder}, the addresses that nginx.conf names although the routes replace them
     */
    public static Part of(ClusterSpec spec) {
        List<String> parties = RouteTable.parties(spec, "nginx").stream()
                .filter(party -> Stream.of("proxy", "fateflow")
                        .anyMatch(service -> !addresses(spec, party, service).isEmpty()))
                .toList();
        return Part.of(spec, "nginx")
                .pod()
                .service("httpNodePort", "grpcNodePort")
                .put("exchange", exchange(spec))
                .put("listed", parties)
                .put("routes", parties.stream().map(party -> route(spec, party)).toList());
    }

    /** Without an exchange, requests for unknown parties return to nginx itself. */
    private static Map<String, Object> exchange(ClusterSpec spec) {
        Part part = Part.of(spec, "nginx", "exchange");
        return part.put("ip", part.settings().text("ip").orElse("nginx"))
                .numbers("httpPort", "grpcPort")
                .model();
    }

    /** A party ID is a number because the proxy looks up a number; only {@code default} is text. */
    private static Map<String, Object> route(ClusterSpec spec, String party) {
        return Map.of(
                "party", party.equals(RouteTable.DEFAULT) ? party : new BigInteger(party),
                "proxy", addresses(spec, party, "proxy"),
                "fateflow", addresses(spec, party, "fateflow"));
    }

    private static List<Map<String, Object>> addresses(ClusterSpec spec, String party, String service) {
        return MapList.of(spec, "nginx", "route_table", party, service).stream()
                .map(address -> Part.of(address)
                        .texts("host")
                        .numbers("http_port", "grpc_port")
                        .model())
                .toList();
    }
}
