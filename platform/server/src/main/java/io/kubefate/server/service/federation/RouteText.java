package io.kubefate.server.service.federation;

import io.kubefate.planning.federation.FederationRoute;
import io.kubefate.planning.federation.Remedy;
import io.kubefate.planning.federation.RouteFinding;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a sentence how a route fits to the other side, and what to change. */
final class RouteText {

    private final Map<String, ClusterSummary> clusters;

    /** @param clusters the clusters by UUID */
    RouteText(Map<String, ClusterSummary> clusters) {
        this.clusters = clusters;
    }

    String finding(FederationRoute route) {
        String other = name(route.to());
        return switch (route.finding()) {
            case MATCHED -> "matches";
            case OUTSIDE -> "the other side is not managed here, so its routes are not known";
            case NO_ROUTE_BACK -> other + " has no route back";
            case NO_ROUTE_OF_EXCHANGE ->
                "exchange "
                        + route.remedy().map(Remedy::cluster).map(this::name).orElse(other)
                        + " does not know both sides";
            case WRONG_ADDRESS -> "the address is not that of " + route.module() + " of " + other;
            case TLS_ON_ONE_SIDE -> "only one side uses TLS";
            case OTHER_PROTOCOL ->
                other + " has no gateway for " + route.protocol() + "; both sides need the same engine";
        };
    }

    /** @param owner the party of the cluster to change */
    String remedy(Remedy remedy, RouteFinding finding, String owner) {
        String who = "party " + owner + " (cluster " + name(remedy.cluster()) + ")";
        String target = remedy.party().equals(PartyRoute.DEFAULT) ? "the exchange" : "party " + remedy.party();
        String where = address(remedy);
        return switch (finding) {
            case WRONG_ADDRESS -> who + " must correct the route to " + target + " in " + remedy.key() + ": " + where;
            case TLS_ON_ONE_SIDE ->
                who + " must use TLS for the route to " + target + " in " + remedy.key()
                        + " exactly if the other side does: " + where;
            case MATCHED, OUTSIDE, NO_ROUTE_BACK, NO_ROUTE_OF_EXCHANGE, OTHER_PROTOCOL ->
                who + " needs a route to " + target + " in " + remedy.key() + ": " + where;
        };
    }

    private static String address(Remedy remedy) {
        return remedy.addresses().isEmpty()
                ? "ask the other side for its address"
                : remedy.addresses().stream().map(RouteText::address).collect(Collectors.joining(", "));
    }

    private static String address(RouteAddress address) {
        String name = address.name().isEmpty() ? "" : address.name() + " ";
        String host = address.host().isEmpty() ? "any node of the other side" : "host " + address.host();
        return name + host + ", port " + address.port() + (address.tls() ? " with TLS" : "");
    }

    private String name(String id) {
        return Optional.ofNullable(clusters.get(id))
                .map(cluster -> cluster.identity().name())
                .orElse(id);
    }
}
