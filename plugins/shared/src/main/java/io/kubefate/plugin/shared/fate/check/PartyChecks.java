package io.kubefate.plugin.shared.fate.check;

import io.kubefate.plugin.shared.ConnectionChecks;
import io.kubefate.plugin.shared.ContainerRef;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.stream.Stream;

/** Connections to other parties, as in the route tables of the gateways. */
public final class PartyChecks {

    /** The gateway before several exchanges, whose container is that of the usual one of FATE 1. */
    static final ContainerRef BALANCER = new ContainerRef("lbrollsite", "rollsite");

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
     * @param gateway the container of EggRoll's gateway
     */
    public static void add(ConnectionChecks connections, ClusterSpec spec, ClusterSpec model, ContainerRef gateway) {
        PartyChecks checks = new PartyChecks(connections, model);
        if (spec.hasModule(gateway.module())) {
            checks.gateway(gateway);
        }
        if (spec.hasModule(BALANCER.module())) {
            checks.balancer(gateway.module() + ".partyList");
        }
        if (spec.hasModule("nginx")) {
            checks.nginx(spec.text("nginx", "exchange", "ip").isPresent());
        }
        Stream.of("pulsar", "rabbitmq").filter(spec::hasModule).forEach(checks::broker);
    }

    private void gateway(ContainerRef from) {
        String module = from.module();
        ClusterSpec exchange = new ClusterSpec(model.map(module, "exchange"));
        exchange.text("ip")
                .ifPresent(ip -> connections.party(from, EXCHANGE, ip, port(exchange), module + ".exchange"));
        parties(from, module + ".partyList");
    }

    private void balancer(String keys) {
        MapList.of(model, BALANCER.module(), "exchanges")
                .forEach(exchange -> connections.party(
                        BALANCER,
                        EXCHANGE,
                        Required.text(exchange, "ip"),
                        port(exchange),
                        BALANCER.module() + ".exchangeList"));
        parties(BALANCER, keys);
    }

    private void parties(ContainerRef from, String keys) {
        MapList.of(model, from.module(), "parties")
                .forEach(route -> connections.party(
                        from, party(route, "partyId"), Required.text(route, "ip"), port(route), keys));
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
