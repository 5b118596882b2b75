package io.kubefate.plugin.shared.route;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateways with a {@code route_table}. */
final class RouteTables {

    private static final String TABLE = "route_table";
    private static final String EXCHANGE = "exchange";

    private final ClusterSpec spec;

    /** @param spec a cluster.yaml with the schema's defaults */
    RouteTables(ClusterSpec spec) {
        this.spec = spec;
    }

    /** {@return nginx, with a port for HTTP and one for gRPC} */
    Optional<Gateway> nginx() {
        if (!spec.hasModule("nginx")) {
            return Optional.empty();
        }
        List<PartyRoute> routes = new ArrayList<>();
        spec.text("nginx", EXCHANGE, "ip").ifPresent(ip -> {
            ClusterSpec exchange = new ClusterSpec(spec.map("nginx", EXCHANGE));
            routes.add(new PartyRoute(
                    PartyRoute.DEFAULT,
                    "nginx.exchange",
                    List.of(
                            address("http", ip, Required.number(exchange, "httpPort")),
                            address("grpc", ip, Required.number(exchange, "grpcPort")))));
        });
        routes.addAll(nginxRoutes());
        return Optional.of(new GatewayService(spec, "nginx", "nginx")
                .port("http", false, 9300, "httpNodePort")
                .port("grpc", false, 9310, "grpcNodePort")
                .gateway(Protocol.NGINX, "nginx." + TABLE, "nginx." + EXCHANGE, routes));
    }

    /** {@return the nginx of FATE 1.5, which has one port, and the exchange in its route table} */
    Optional<Gateway> nginxOfOnePort() {
        return spec.hasModule("nginx")
                ? Optional.of(new GatewayService(spec, "nginx", "nginx")
                        .port("", false, 9390, "nodePort")
                        .gateway(Protocol.NGINX, "nginx." + TABLE, "nginx." + TABLE + ".default", nginxRoutes()))
                : Optional.empty();
    }

    private List<PartyRoute> nginxRoutes() {
        return RouteTable.parties(spec, "nginx").stream().map(this::nginx).toList();
    }

    private PartyRoute nginx(String party) {
        List<RouteAddress> addresses = Stream.of("proxy", "fateflow")
                .flatMap(target -> MapList.of(spec, "nginx", TABLE, party, target).stream()
                        .flatMap(entry -> nginx(target.equals("proxy") ? "" : "fateflow-", entry)))
                .toList();
        return new PartyRoute(party, "nginx." + TABLE, addresses);
    }

    private static Stream<RouteAddress> nginx(String prefix, ClusterSpec entry) {
        String host = entry.text("host").orElse("");
        return Stream.of("", "http_", "grpc_")
                .flatMap(key -> WholeNumber.find(entry, key + "port")
                        .map(port -> address((prefix + key).replaceAll("[-_]$", ""), host, port))
                        .stream());
    }

    /** {@return Pulsar, with routes to brokers, or with TLS through the exchange or through a proxy} */
    Optional<Gateway> pulsar() {
        if (!spec.hasModule("pulsar")) {
            return Optional.empty();
        }
        List<PartyRoute> routes = new ArrayList<>();
        spec.text("pulsar", EXCHANGE, "ip")
                .ifPresent(ip -> routes.add(new PartyRoute(
                        PartyRoute.DEFAULT,
                        "pulsar.exchange",
                        List.of(tls(ip, Required.number(spec, "pulsar", EXCHANGE, "port"))))));
        RouteTable.parties(spec, "pulsar").forEach(party -> routes.add(pulsar(party)));
        return Optional.of(new GatewayService(spec, "pulsar", "pulsar")
                .port("", false, 6650, "httpNodePort")
                .port("", true, 6651, "httpsNodePort")
                .gateway(Protocol.PULSAR, "pulsar." + TABLE, "pulsar." + EXCHANGE, routes));
    }

    private PartyRoute pulsar(String party) {
        ClusterSpec entry = new ClusterSpec(spec.map("pulsar", TABLE, party));
        RouteAddress address = entry.text("proxy")
                .map(proxy -> {
                    int colon = proxy.lastIndexOf(':');
                    return tls(proxy.substring(0, colon), new BigInteger(proxy.substring(colon + 1)));
                })
                .orElseGet(() -> address("", Required.text(entry, "host"), Required.number(entry, "port")));
        return new PartyRoute(party, "pulsar." + TABLE, List.of(address));
    }

    /** {@return RabbitMQ} */
    Optional<Gateway> rabbitMq() {
        if (!spec.hasModule("rabbitmq")) {
            return Optional.empty();
        }
        List<PartyRoute> routes = RouteTable.parties(spec, "rabbitmq").stream()
                .map(party -> new PartyRoute(
                        party,
                        "rabbitmq." + TABLE,
                        List.of(address(
                                "",
                                spec.text("rabbitmq", TABLE, party, "host").orElse(""),
                                Required.number(spec, "rabbitmq", TABLE, party, "port")))))
                .toList();
        return Optional.of(new GatewayService(spec, "rabbitmq", "rabbitmq")
                .port("", false, 5672, "nodePort")
                .gateway(Protocol.RABBITMQ, "rabbitmq." + TABLE, "rabbitmq." + TABLE, routes));
    }

    private static RouteAddress address(String name, String host, BigInteger port) {
        return new RouteAddress(name, false, host, port.intValueExact());
    }

    private static RouteAddress tls(String host, BigInteger port) {
        return new RouteAddress("", true, host, port.intValueExact());
    }
}
