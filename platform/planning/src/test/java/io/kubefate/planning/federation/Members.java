package io.kubefate.planning.federation;

import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.List;
import java.util.Optional;

/** Clusters for tests. The namespace of a cluster is its id. */
final class Members {

    private Members() {}

    static DeclaredCluster cluster(String id, String party, Gateway... gateways) {
        return new DeclaredCluster(id, id, new FederationMember("training", party, false, List.of(gateways)));
    }

    static DeclaredCluster exchange(String id, Gateway... gateways) {
        return new DeclaredCluster(id, id, new FederationMember("training", "0", true, List.of(gateways)));
    }

    static DeclaredCluster serving(String id, String party, int nodePort, PartyRoute... routes) {
        Gateway proxy = gateway("servingProxy", "serving", nodePort, routes);
        return new DeclaredCluster(id, id, new FederationMember("inference", party, false, List.of(proxy)));
    }

    /** {@return a rollsite; node port 0 is one that Kubernetes chooses} */
    static Gateway eggRoll(int nodePort, PartyRoute... routes) {
        return gateway("rollsite", "eggroll", nodePort, routes);
    }

    static Gateway encrypted(int nodePort, PartyRoute... routes) {
        return with(
                eggRoll(nodePort, routes), Optional.empty(), new GatewayPort("", true, 9380, Optional.of(nodePort)));
    }

    static Gateway balanced(String host, Gateway gateway) {
        return with(gateway, Optional.of(host), gateway.ports().get(0));
    }

    static Gateway gateway(String module, String protocol, int nodePort, PartyRoute... routes) {
        Optional<Integer> fixed = Optional.of(nodePort).filter(port -> port > 0);
        return new Gateway(
                module,
                protocol,
                module,
                Optional.empty(),
                List.of(new GatewayPort("", false, 9370, fixed)),
                module + ".partyList",
                module + ".exchange",
                List.of(routes));
    }

    static PartyRoute route(String party, RouteAddress... addresses) {
        String key = party.equals(PartyRoute.DEFAULT) ? "rollsite.exchange" : "rollsite.partyList";
        return new PartyRoute(party, key, List.of(addresses));
    }

    static RouteAddress plain(String host, int port) {
        return new RouteAddress("", false, host, port);
    }

    static RouteAddress tls(String host, int port) {
        return new RouteAddress("", true, host, port);
    }

    private static Gateway with(Gateway gateway, Optional<String> loadBalancer, GatewayPort port) {
        return new Gateway(
                gateway.module(),
                gateway.protocol(),
                gateway.service(),
                loadBalancer,
                List.of(port),
                gateway.partyKey(),
                gateway.exchangeKey(),
                gateway.routes());
    }
}
