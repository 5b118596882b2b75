package io.kubefate.planning.federation;

import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A gateway of a cluster. */
final class Node {

    private final DeclaredCluster cluster;
    private final Gateway gateway;
    private final Map<String, PartyRoute> routes = new HashMap<>();

    Node(DeclaredCluster cluster, Gateway gateway) {
        this.cluster = cluster;
        this.gateway = gateway;
        gateway.routes().forEach(route -> routes.putIfAbsent(route.party(), route));
    }

    DeclaredCluster cluster() {
        return cluster;
    }

    Gateway gateway() {
        return gateway;
    }

    String id() {
        return cluster.id();
    }

    String party() {
        return cluster.member().partyId();
    }

    String network() {
        return cluster.member().network();
    }

    boolean isExchange() {
        return cluster.member().exchange();
    }

    Optional<PartyRoute> route(String party) {
        return Optional.ofNullable(routes.get(party));
    }

    /** {@return whether an address is one of this gateway, with or without TLS} */
    boolean accepts(RouteAddress address) {
        return named(address).anyMatch(port -> at(port, address).contains(address.port()));
    }

    /**
     * Compares an address with the ports that the cluster.yaml fixes. A port that Kubernetes or a provider chooses is not compared.
     *
     * @return MATCHED also if nothing can be compared
     */
    RouteFinding compare(RouteAddress address) {
        List<GatewayPort> accepting = named(address)
                .filter(port -> at(port, address).contains(address.port()))
                .toList();
        List<GatewayPort> open =
                named(address).filter(port -> at(port, address).isEmpty()).toList();
        if (named(address).findAny().isPresent() && accepting.isEmpty() && open.isEmpty()) {
            return RouteFinding.WRONG_ADDRESS;
        }
        List<GatewayPort> possible = accepting.isEmpty() ? open : accepting;
        return possible.isEmpty() || possible.stream().anyMatch(port -> port.tls() == address.tls())
                ? RouteFinding.MATCHED
                : RouteFinding.TLS_ON_ONE_SIDE;
    }

    /**
     * Returns where other parties reach the gateway.
     *
     * @param host returns the host of an address that has none
     */
    List<RouteAddress> addresses(Function<RouteAddress, String> host) {
        return gateway.addresses().stream()
                .map(address -> address.host().isEmpty()
                        ? new RouteAddress(address.name(), address.tls(), host.apply(address), address.port())
                        : address)
                .toList();
    }

    private Stream<GatewayPort> named(RouteAddress address) {
        return gateway.ports().stream().filter(port -> port.name().equals(address.name()));
    }

    /** {@return the numbers of a port at the host of an address; empty if they are not known} */
    private List<Integer> at(GatewayPort port, RouteAddress address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        String inside = gateway.service() + "." + cluster.namespace();
        boolean balanced = gateway.loadBalancer().isPresent();
        if (host.equals(inside)
                || host.startsWith(inside + ".")
                || gateway.loadBalancer().equals(Optional.of(host))) {
            return List.of(port.port());
        }
        List<Integer> numbers = new ArrayList<>();
        port.nodePort().ifPresent(numbers::add);
        if (balanced && !numbers.isEmpty()) {
            numbers.add(port.port()); // the host can be a name of the load balancer
        }
        return numbers;
    }
}
