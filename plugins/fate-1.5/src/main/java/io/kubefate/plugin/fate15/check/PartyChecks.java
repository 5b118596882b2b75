package io.kubefate.plugin.fate15.check;

import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.plugin.shared.WholeNumber;
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
        if (spec.hasModule("rollsite")) {
            checks.rollsite(spec.text("rollsite", "exchange", "ip").isPresent());
        }
        if (spec.hasModule("nginx")) {
            checks.nginx();
        }
        if (spec.hasModule("rabbitmq")) {
            checks.rabbitmq();
        }
    }

    private void rollsite(boolean exchange) {
        ContainerRef from = new ContainerRef("rollsite", "rollsite");
        if (exchange) {
            ClusterSpec route = new ClusterSpec(model.map("rollsite", "defaultRoute"));
            connections.party(from, EXCHANGE, host(route, "ip"), port(route), "rollsite.exchange");
        }
        MapList.of(model, "rollsite", "parties")
                .forEach(route -> connections.party(
                        from, party(route, "partyId"), host(route, "ip"), port(route), "rollsite.partyList"));
    }

    private void nginx() {
        ContainerRef from = new ContainerRef("nginx", "nginx");
        for (ClusterSpec route : MapList.of(model, "nginx", "routes")) {
            Stream.of("proxy", "fateflow")
                    .flatMap(service -> MapList.of(route, service).stream())
                    .forEach(address -> connections.party(
                            from, party(route, "party"), host(address, "host"), port(address), "nginx.route_table"));
        }
    }

    private void rabbitmq() {
        ContainerRef from = new ContainerRef("rabbitmq", "rabbitmq");
        for (ClusterSpec route : MapList.of(model, "rabbitmq", "routes")) {
            ClusterSpec address = new ClusterSpec(route.map("address"));
            connections.party(
                    from, party(route, "partyId"), host(address, "host"), port(address), "rabbitmq.route_table");
        }
    }

    private static String party(ClusterSpec route, String key) {
        String party = route.text(key).orElse("");
        return party.equals(RouteTable.DEFAULT) ? EXCHANGE : "party " + party;
    }

    private static String host(ClusterSpec address, String key) {
        return address.text(key).orElse("");
    }

    private static BigInteger port(ClusterSpec address) {
        return WholeNumber.find(address, "port").orElseThrow();
    }
}
