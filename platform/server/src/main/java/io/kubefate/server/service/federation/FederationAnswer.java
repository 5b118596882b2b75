package io.kubefate.server.service.federation;

import io.kubefate.api.FederationAddress;
import io.kubefate.api.FederationCheck;
import io.kubefate.api.FederationCluster;
import io.kubefate.api.FederationGateway;
import io.kubefate.api.FederationOutside;
import io.kubefate.api.FederationParty;
import io.kubefate.api.FederationRemedy;
import io.kubefate.api.FederationRoute;
import io.kubefate.planning.federation.Federation;
import io.kubefate.planning.federation.Remedy;
import io.kubefate.planning.federation.RouteFinding;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.RouteAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps the federation to the REST API. */
final class FederationAnswer {

    private final RouteText text;

    FederationAnswer(List<ClusterSummary> clusters) {
        this.text = new RouteText(clusters.stream()
                .collect(Collectors.toMap(cluster -> cluster.identity().uuid(), Function.identity())));
    }

    io.kubefate.api.Federation of(Federation federation, List<FederationCluster> clusters) {
        Map<String, String> parties =
                clusters.stream().collect(Collectors.toMap(FederationCluster::uuid, FederationCluster::partyId));
        return new io.kubefate.api.Federation(
                clusters,
                federation.outside().stream()
                        .map(outside -> new FederationOutside(
                                outside.id(), outside.network(), outside.partyId(), outside.address()))
                        .toList(),
                federation.routes().stream().map(route -> route(route, parties)).toList(),
                federation.shared().stream()
                        .map(shared -> new FederationParty(shared.network(), shared.partyId(), shared.clusters()))
                        .toList());
    }

    FederationCluster cluster(ClusterSummary cluster, Declaration declaration, Optional<FederationCheck> check) {
        Optional<FederationMember> member = declaration.member();
        return new FederationCluster(
                cluster.identity().uuid(),
                cluster.identity().name(),
                cluster.identity().namespace(),
                cluster.release().chartName(),
                cluster.release().chartVersion(),
                cluster.release().engine(),
                cluster.status().name(),
                member.map(FederationMember::partyId).orElse(""),
                member.map(FederationMember::exchange).orElse(false),
                member.map(FederationMember::network).orElse(""),
                member.map(FederationMember::gateways).orElse(List.of()).stream()
                        .map(FederationAnswer::gateway)
                        .toList(),
                declaration.unknown().map(Enum::name).orElse(null),
                check.orElse(null));
    }

    private FederationRoute route(io.kubefate.planning.federation.FederationRoute route, Map<String, String> parties) {
        RouteFinding finding = route.finding();
        return new FederationRoute(
                route.from(),
                route.to(),
                route.via().orElse(null),
                route.module(),
                route.protocol(),
                route.party(),
                route.key(),
                addresses(route.addresses()),
                finding.state().name(),
                finding.name(),
                text.finding(route),
                route.remedy().map(remedy -> remedy(remedy, finding, parties)).orElse(null));
    }

    private FederationRemedy remedy(Remedy remedy, RouteFinding finding, Map<String, String> parties) {
        return new FederationRemedy(
                remedy.cluster(),
                remedy.key(),
                remedy.party(),
                addresses(remedy.addresses()),
                text.remedy(remedy, finding, parties.getOrDefault(remedy.cluster(), "")));
    }

    private static FederationGateway gateway(Gateway gateway) {
        return new FederationGateway(gateway.module(), gateway.protocol(), addresses(gateway.addresses()));
    }

    private static List<FederationAddress> addresses(List<RouteAddress> addresses) {
        return addresses.stream()
                .map(address -> new FederationAddress(address.name(), address.tls(), address.host(), address.port()))
                .toList();
    }
}
