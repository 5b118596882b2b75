package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A module that connects a cluster to other parties: where they reach it, and which routes it has to them.
 *
 * @param module the module, for example {@code rollsite}
 * @param protocol what both sides must have in common, for example {@code eggroll}, {@code pulsar} or {@code nginx}
 * @param service the name of its Kubernetes Service
 * @param loadBalancer the address of its load balancer, if the cluster.yaml has one
 * @param ports the ports of the Service at which other parties connect
 * @param partyKey the key of the cluster.yaml with the routes to single parties, for example {@code rollsite.partyList}
 * @param exchangeKey the key with the route to all other parties, for example {@code rollsite.exchange}; the same as {@code partyKey} if
 *     there is no such key
 * @param routes its routes to other parties, in the order of the file
 * @since 1.5.0
 */
public record Gateway(
        String module,
        String protocol,
        String service,
        Optional<String> loadBalancer,
        List<GatewayPort> ports,
        String partyKey,
        String exchangeKey,
        List<PartyRoute> routes) {

    public Gateway {
        requireNonNull(module, "module is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(service, "service is null");
        requireNonNull(loadBalancer, "loadBalancer is null");
        ports = List.copyOf(ports);
        requireNonNull(partyKey, "partyKey is null");
        requireNonNull(exchangeKey, "exchangeKey is null");
        routes = List.copyOf(routes);
    }

    /** {@return where other parties reach it, as far as the cluster.yaml fixes it; without hosts of node ports, which no file has} */
    public List<RouteAddress> addresses() {
        return ports.stream().flatMap(port -> address(port).stream()).toList();
    }

    private Optional<RouteAddress> address(GatewayPort port) {
        return loadBalancer
                .map(host -> new RouteAddress(port.name(), port.tls(), host, port.port()))
                .or(() -> port.nodePort().map(number -> new RouteAddress(port.name(), port.tls(), "", number)));
    }
}
