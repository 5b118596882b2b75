package io.kubefate.planning.federation;

import io.kubefate.spi.PartyRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes of all clusters.
 *
 * @param routes the routes in the order of the clusters, without those of a party to itself
 * @param outside the parties and exchanges that only routes name, in the order in which they are named
 * @param shared the party IDs that several clusters of a network have
 */
public record Federation(List<FederationRoute> routes, List<OutsideMember> outside, List<SharedParty> shared) {

    public Federation {
        routes = List.copyOf(routes);
        outside = List.copyOf(outside);
        shared = List.copyOf(shared);
    }

    /**
     * Compares the routes of clusters.
     *
     * @param clusters all that count; the others are outside
     * @return their federation
     */
    public static Federation of(List<DeclaredCluster> clusters) {
        Directory directory = new Directory(clusters);
        RouteJudge judge = new RouteJudge(directory);
        List<FederationRoute> routes = new ArrayList<>();
        Map<String, OutsideMember> outside = new LinkedHashMap<>();
        for (Node node : directory.nodes()) {
            for (PartyRoute route : node.gateway().routes()) {
                if (node.isExchange() || !route.party().equals(node.party())) {
                    Verdict verdict = judge.judge(node, route);
                    routes.add(route(node, route, verdict));
                    if (verdict.finding() == RouteFinding.OUTSIDE) {
                        outside.putIfAbsent(verdict.to(), outside(node, route));
                    }
                }
            }
        }
        return new Federation(routes, List.copyOf(outside.values()), directory.shared());
    }

    private static OutsideMember outside(Node node, PartyRoute route) {
        return route.party().equals(PartyRoute.DEFAULT)
                ? RouteJudge.outsideExchange(node, route)
                : OutsideMember.party(node.network(), route.party());
    }

    private static FederationRoute route(Node node, PartyRoute route, Verdict verdict) {
        return new FederationRoute(
                node.id(),
                verdict.to(),
                verdict.via(),
                node.gateway().module(),
                node.gateway().protocol(),
                route.party(),
                route.key(),
                route.addresses(),
                verdict.finding(),
                verdict.remedy());
    }
}
