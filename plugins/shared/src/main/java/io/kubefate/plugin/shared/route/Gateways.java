package io.kubefate.plugin.shared.route;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the gateways of a cluster.yaml, those of modules that it lists. The order of calls is that of checks. */
public final class Gateways {

    /** The network of clusters that train models. */
    public static final String TRAINING = "training";

    /** The network of clusters that run inference. */
    public static final String INFERENCE = "inference";

    private static final String PARTY_LIST = "partyList";
    private static final String EXCHANGE = "exchange";

    private final ClusterSpec spec;
    private final List<Gateway> gateways = new ArrayList<>();

    private Gateways(ClusterSpec spec) {
        this.spec = spec;
    }

    /**
     * Starts without gateways.
     *
     * @param spec a cluster.yaml without errors
     * @return new gateways
     */
    public static Gateways of(ClusterSpec spec) {
        return new Gateways(spec.withDefaults());
    }

    /**
     * Adds EggRoll's gateway.
     *
     * @param module {@code rollsite} or {@code osx}, also the name of its Service
     * @param tlsPort the port of its Service if it has TLS
     * @return this
     */
    public Gateways eggRoll(String module, int tlsPort) {
        if (!spec.hasModule(module)) {
            return this;
        }
        boolean tls = Flag.isSet(spec, module, "enableTLS");
        GatewayService service =
                new GatewayService(spec, module, module).port("", tls, tls ? tlsPort : 9370, "nodePort");
        List<PartyRoute> routes = new ArrayList<>();
        exchange(module, EXCHANGE, tls, 9370).ifPresent(routes::add);
        if (Flag.isSet(spec, module, "polling", "enabled")) {
            routes.addAll(polling(module, tls, routes.isEmpty()));
        }
        routes.addAll(parties(module, tls));
        return and(service.gateway(Protocol.EGGROLL, module + "." + PARTY_LIST, module + "." + EXCHANGE, routes));
    }

    /**
     * Adds the balancer before several exchanges.
     *
     * @param gateway the module that it replaces, whose {@code partyList} it uses
     * @return this
     */
    public Gateways balancer(String gateway) {
        String module = "lbrollsite";
        if (!spec.hasModule(module)) {
            return this;
        }
        List<RouteAddress> exchanges = MapList.of(spec, module, "exchangeList").stream()
                .map(entry -> address("", false, Required.text(entry, "ip"), Required.number(entry, "port")))
                .toList();
        List<PartyRoute> routes = new ArrayList<>();
        if (!exchanges.isEmpty()) {
            routes.add(new PartyRoute(PartyRoute.DEFAULT, module + ".exchangeList", exchanges));
        }
        routes.addAll(parties(gateway, false));
        return and(new GatewayService(spec, module, "rollsite")
                .port("", false, 9370, "nodePort")
                .gateway(Protocol.EGGROLL, gateway + "." + PARTY_LIST, module + ".exchangeList", routes));
    }

    /**
     * Adds serving-proxy.
     *
     * @return this
     */
    public Gateways serving() {
        String module = "servingProxy";
        if (!spec.hasModule(module)) {
            return this;
        }
        List<PartyRoute> routes = new ArrayList<>();
        exchange(module, EXCHANGE, false, 8869).ifPresent(routes::add);
        routes.addAll(parties(module, false));
        return and(new GatewayService(spec, module, "serving-proxy")
                .port("", false, 8869, "nodePort")
                .gateway(Protocol.SERVING, module + "." + PARTY_LIST, module + "." + EXCHANGE, routes));
    }

    /**
     * Adds nginx.
     *
     * @return this
     */
    public Gateways nginx() {
        new RouteTables(spec).nginx().ifPresent(gateways::add);
        return this;
    }

    /**
     * Adds the nginx of FATE 1.5, which has one port.
     *
     * @return this
     */
    public Gateways nginxOfOnePort() {
        new RouteTables(spec).nginxOfOnePort().ifPresent(gateways::add);
        return this;
    }

    /**
     * Adds Pulsar and RabbitMQ.
     *
     * @return this
     */
    public Gateways brokers() {
        RouteTables tables = new RouteTables(spec);
        tables.pulsar().ifPresent(gateways::add);
        tables.rabbitMq().ifPresent(gateways::add);
        return this;
    }

    /**
     * Adds another gateway.
     *
     * @param gateway the gateway
     * @return this
     */
    public Gateways and(Gateway gateway) {
        gateways.add(gateway);
        return this;
    }

    /** {@return the gateways in the order in which they were added} */
    public List<Gateway> list() {
        return List.copyOf(gateways);
    }

    /**
     * Returns the cluster as a member of a federation.
     *
     * @param network {@link #TRAINING} or {@link #INFERENCE}
     * @param exchange whether it is an exchange
     * @return the member; empty without gateways
     */
    public Optional<FederationMember> member(String network, boolean exchange) {
        return gateways.isEmpty()
                ? Optional.empty()
                : Optional.of(new FederationMember(
                        network, Required.number(spec, "partyId").toString(), exchange, gateways));
    }

    private Optional<PartyRoute> exchange(String module, String key, boolean tls, int standardPort) {
        return spec.text(module, key, "ip").map(ip -> {
            BigInteger port = WholeNumber.find(spec, module, key, "port").orElse(BigInteger.valueOf(standardPort));
            return new PartyRoute(PartyRoute.DEFAULT, module + "." + key, List.of(address("", tls, ip, port)));
        });
    }

    /** A client polls the exchange, or without one the server; a server has the parties that poll it. */
    private List<PartyRoute> polling(String module, boolean tls, boolean withoutExchange) {
        String type = spec.text(module, "polling", "type").orElse("");
        if (type.equals("client") && withoutExchange) {
            ClusterSpec server = new ClusterSpec(spec.map(module, "polling", "server"));
            RouteAddress address = address("", tls, Required.text(server, "ip"), Required.number(server, "port"));
            return List.of(new PartyRoute(PartyRoute.DEFAULT, module + ".polling.server", List.of(address)));
        }
        return type.equals("server")
                ? MapList.of(spec, module, "polling", "clientList").stream()
                        .map(client -> Required.number(client, "partID").toString())
                        .map(party -> new PartyRoute(party, module + ".polling.clientList", List.of()))
                        .toList()
                : List.of();
    }

    private List<PartyRoute> parties(String module, boolean tls) {
        return MapList.of(spec, module, PARTY_LIST).stream()
                .map(entry -> new PartyRoute(
                        Required.number(entry, "partyId").toString(),
                        module + "." + PARTY_LIST,
                        List.of(address(
                                "", tls, entry.text("partyIp").orElse(""), Required.number(entry, "partyPort")))))
                .toList();
    }

    private static RouteAddress address(String name, boolean tls, String host, BigInteger port) {
        return new RouteAddress(name, tls, host, port.intValueExact());
    }
}
