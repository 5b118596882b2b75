package io.kubefate.planning.federation;

import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds gateways by party, and exchanges by address. */
final class Directory {

    private final Map<Party, List<DeclaredCluster>> parties = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Peers, List<Node>> byParty = new LinkedHashMap<>();
    private final Map<Entrance, List<Node>> exchanges = new LinkedHashMap<>();
    private final Map<Target, String> hosts = new LinkedHashMap<>();

    Directory(List<DeclaredCluster> clusters) {
        clusters.forEach(this::add);
        nodes.forEach(this::addHosts);
    }

    /** {@return the gateways of all clusters, in their order} */
    List<Node> nodes() {
        return nodes;
    }

    /** {@return the clusters of a party, without exchanges} */
    List<DeclaredCluster> clusters(String network, String party) {
        return parties.getOrDefault(new Party(network, party), List.of());
    }

    /** {@return the gateways of a party to which another gateway can connect} */
    List<Node> peers(Node from, String party) {
        return byParty.getOrDefault(new Peers(from.network(), from.gateway().protocol(), party), List.of()).stream()
                .filter(node -> !node.id().equals(from.id()))
                .toList();
    }

    /** {@return the exchanges to whose gateway a route leads} */
    List<Node> exchanges(Node from, PartyRoute route) {
        return route.addresses().stream()
                .flatMap(address -> exchanges.getOrDefault(entrance(from, address.port()), List.of()).stream()
                        .filter(node -> node.accepts(address)))
                .filter(node -> !node.id().equals(from.id()))
                .distinct()
                .toList();
    }

    /** {@return where others reach a gateway, with the hosts that others use} */
    List<RouteAddress> addresses(Node node) {
        return node.addresses(address -> hosts.getOrDefault(target(node, node.party(), address.port()), ""));
    }

    /** {@return the parties that several clusters have} */
    List<SharedParty> shared() {
        return parties.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new SharedParty(
                        entry.getKey().network(),
                        entry.getKey().id(),
                        entry.getValue().stream().map(DeclaredCluster::id).toList()))
                .toList();
    }

    private void add(DeclaredCluster cluster) {
        String network = cluster.member().network();
        String party = cluster.member().partyId();
        if (!cluster.member().exchange()) {
            at(parties, new Party(network, party)).add(cluster);
        }
        for (Gateway gateway : cluster.member().gateways()) {
            Node node = new Node(cluster, gateway);
            nodes.add(node);
            if (node.isExchange()) {
                ports(gateway)
                        .distinct()
                        .forEach(port -> at(exchanges, entrance(node, port)).add(node));
            } else {
                at(byParty, new Peers(network, gateway.protocol(), party)).add(node);
            }
        }
    }

    private static Stream<Integer> ports(Gateway gateway) {
        return gateway.ports().stream()
                .flatMap(port -> Stream.concat(Stream.of(port.port()), port.nodePort().stream()));
    }

    private void addHosts(Node node) {
        for (PartyRoute route : node.gateway().routes()) {
            for (RouteAddress address : route.addresses()) {
                if (!route.party().equals(PartyRoute.DEFAULT) && !address.host().isEmpty()) {
                    hosts.putIfAbsent(target(node, route.party(), address.port()), address.host());
                }
            }
        }
    }

    private static Target target(Node node, String party, int port) {
        return new Target(node.network(), node.gateway().protocol(), party, port);
    }

    private static Entrance entrance(Node node, int port) {
        return new Entrance(node.network(), node.gateway().protocol(), port);
    }

    private static <K, V> List<V> at(Map<K, List<V>> lists, K key) {
        return lists.computeIfAbsent(key, none -> new ArrayList<>());
    }

    private record Party(String network, String id) {}

    private record Peers(String network, String protocol, String party) {}

    private record Entrance(String network, String protocol, int port) {}

    private record Target(String network, String protocol, String party, int port) {}
}
