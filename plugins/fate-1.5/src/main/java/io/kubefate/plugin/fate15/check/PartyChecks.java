package io.kubefate.plugin.fate15.check;

import io.kubefate.plugin.fate15.model.RouteTable;
import io.kubefate.plugin.shared.Connections;
import io.kubefate.plugin.shared.Entries;
import io.kubefate.plugin.shared.Place;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.stream.Stream;

/** The ways to the other parties, as the gateways of a cluster are told them. */
final class PartyChecks {

    private static final String EXCHANGE = "the exchange";

    private final Connections connections;
    private final ClusterSpec model;

    private PartyChecks(Connections connections, ClusterSpec model) {
        this.connections = connections;
        this.model = model;
    }

    /**
     * Adds a check for each address of another party.
     *
     * @param connections where to
     * @param spec a cluster.yaml without errors
     * @param model what the templates see of it
     */
    static void add(Connections connections, ClusterSpec spec, ClusterSpec model) {
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
        Place from = new Place("rollsite", "rollsite");
        if (exchange) {
            ClusterSpec route = new ClusterSpec(model.map("rollsite", "defaultRoute"));
            connections.party(from, EXCHANGE, host(route, "ip"), port(route), "rollsite.exchange");
        }
        Entries.of(model, "rollsite", "parties")
                .forEach(route -> connections.party(
                        from, party(route, "partyId"), host(route, "ip"), port(route), "rollsite.partyList"));
    }

    private void nginx() {
        Place from = new Place("nginx", "nginx");
        for (ClusterSpec route : Entries.of(model, "nginx", "routes")) {
            Stream.of("proxy", "fateflow")
                    .flatMap(service -> Entries.of(route, service).stream())
                    .forEach(address -> connections.party(
                            from, party(route, "party"), host(address, "host"), port(address), "nginx.route_table"));
        }
    }

    private void rabbitmq() {
        Place from = new Place("rabbitmq", "rabbitmq");
        for (ClusterSpec route : Entries.of(model, "rabbitmq", "routes")) {
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
