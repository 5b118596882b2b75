package io.kubefate.plugin.fate20.check;

import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.stream.Stream;

/** Connections to other parties, as in the route tables of the gateways. */
final class PartyChecks {

    private static final String EXCHANGE = "the exchange";

    private final ConnectionChecks connections;
    private final ClusterSpec model;

    private PartyChecks(ConnectionChecks connections, ClusterSpec model) {
        this.connections = connections;
        this.model = model;
    }

    /**
     * Adds a check for each address of another party.
     *
     * @param connections the checks to add to
     * @param spec a cluster.yaml without errors
     * @param model its model
     */
    static void add(ConnectionChecks connections, ClusterSpec spec, ClusterSpec model) {
        PartyChecks checks = new PartyChecks(connections, model);
        if (spec.hasModule("osx")) {
            checks.osx();
        }
        if (spec.hasModule("nginx")) {
            checks.nginx(spec.text("nginx", "exchange", "ip").isPresent());
        }
        Stream.of("pulsar", "rabbitmq").filter(spec::hasModule).forEach(checks::broker);
    }

    private void osx() {
        ContainerRef from = new ContainerRef("osx", "osx");
        ClusterSpec exchange = new ClusterSpec(model.map("osx", "exchange"));
        exchange.text("ip").ifPresent(ip -> connections.party(from, EXCHANGE, ip, port(exchange), "osx.exchange"));
        MapList.of(model, "osx", "parties")
                .forEach(route -> connections.party(
                        from, party(route, "partyId"), Required.text(route, "ip"), port(route), "osx.partyList"));
    }

    private void nginx(boolean exchange) {
        if (exchange) {
            ClusterSpec address = new ClusterSpec(model.map("nginx", "exchange"));
            nginx(EXCHANGE, Required.text(address, "ip"), Required.number(address, "httpPort"), "nginx.exchange");
            nginx(EXCHANGE, Required.text(address, "ip"), Required.number(address, "grpcPort"), "nginx.exchange");
        }
        for (ClusterSpec route : MapList.of(model, "nginx", "routes")) {
            Stream.of("proxy", "fateflow")
                    .flatMap(service -> MapList.of(route, service).stream())
                    .forEach(address -> Stream.of("http_port", "grpc_port")
                            .forEach(port -> nginx(
                                    party(route, "party"),
                                    Required.text(address, "host"),
                                    Required.number(address, port),
                                    "nginx.route_table")));
        }
    }

    private void nginx(String whose, String host, BigInteger port, String keys) {
        connections.party(new ContainerRef("nginx", "nginx"), whose, host, port, keys);
    }

    /** A party behind a proxy is not reachable without TLS, so the proxy of Pulsar is not checked. */
    private void broker(String module) {
        ContainerRef from = new ContainerRef(module, module);
        for (ClusterSpec route : MapList.of(model, module, "routes")) {
            ClusterSpec address = new ClusterSpec(route.map("address"));
            boolean own = route.text("partyId").equals(model.text("partyId"));
            if (!own && address.text("proxy").isEmpty()) {
                connections.party(
                        from,
                        party(route, "partyId"),
                        Required.text(address, "host"),
                        port(address),
                        module + ".route_table");
            }
        }
    }

    private static String party(ClusterSpec route, String key) {
        String party = route.text(key).orElse("");
        return party.equals(RouteTable.DEFAULT) ? EXCHANGE : "party " + party;
    }

    private static BigInteger port(ClusterSpec address) {
        return Required.number(address, "port");
    }
}
