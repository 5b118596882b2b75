package io.kubefate.planning.federation;

import static io.kubefate.planning.federation.Members.cluster;
import static io.kubefate.planning.federation.Members.eggRoll;
import static io.kubefate.planning.federation.Members.exchange;
import static io.kubefate.planning.federation.Members.plain;
import static io.kubefate.planning.federation.Members.route;
import static io.kubefate.planning.federation.Members.tls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Routes between parties. */
class FederationTest {

    private static final DeclaredCluster PARTY_1 =
            cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.2", 30002))));

    @Test
    void routesInBothDirectionsMatch() {
        DeclaredCluster two = cluster("two", "2", eggRoll(30002, route("1", plain("10.0.0.1", 30001))));
        assertThat(findings(PARTY_1, two)).containsExactly(RouteFinding.MATCHED, RouteFinding.MATCHED);
    }

    @Test
    void aRouteToAPartyThatIsNotManagedHereCannotBeJudged() {
        Federation federation = Federation.of(List.of(PARTY_1));
        assertThat(federation.routes()).singleElement().satisfies(route -> {
            assertThat(route.finding()).isEqualTo(RouteFinding.OUTSIDE);
            assertThat(route.to()).isEqualTo("party/training/2");
            assertThat(route.remedy()).isEmpty();
        });
        assertThat(federation.outside()).containsExactly(new OutsideMember("party/training/2", "training", "2", ""));
    }

    @Test
    void aRouteThatIsMissingOnTheOtherSideIsNamedWithKeyAndPort() {
        assertThat(only(PARTY_1, cluster("two", "2", eggRoll(30002)))).satisfies(route -> {
            assertThat(route.finding()).isEqualTo(RouteFinding.NO_ROUTE_BACK);
            assertThat(route.remedy())
                    .contains(new Remedy("two", "rollsite.partyList", "1", List.of(plain("", 30001))));
        });
    }

    @Test
    void theHostOfAMissingRouteIsTheOneThatAThirdPartyUses() {
        DeclaredCluster three = cluster("three", "3", eggRoll(30003, route("1", plain("10.0.0.1", 30001))));
        assertThat(Federation.of(List.of(PARTY_1, cluster("two", "2", eggRoll(30002)), three))
                        .routes()
                        .get(0)
                        .remedy())
                .map(Remedy::addresses)
                .contains(List.of(plain("10.0.0.1", 30001)));
    }

    @Test
    void onlyTheMissingOneOfThreePartiesIsAProblem() {
        DeclaredCluster one =
                cluster("one", "1", eggRoll(30001, route("2", plain("b", 30002)), route("3", plain("c", 30003))));
        DeclaredCluster two =
                cluster("two", "2", eggRoll(30002, route("1", plain("a", 30001)), route("3", plain("c", 30003))));
        DeclaredCluster three = cluster("three", "3", eggRoll(30003, route("1", plain("a", 30001))));
        List<FederationRoute> routes = Federation.of(List.of(one, two, three)).routes();
        assertThat(routes)
                .filteredOn(route -> route.finding().state().isProblem())
                .extracting(
                        FederationRoute::from,
                        FederationRoute::to,
                        route -> route.remedy().map(Remedy::cluster))
                .containsExactly(tuple("two", "three", Optional.of("three")));
    }

    @Test
    void aPortThatIsNotTheNodePortIsWrong() {
        DeclaredCluster two = cluster("two", "2", eggRoll(30009, route("1", plain("10.0.0.1", 30001))));
        FederationRoute route = Federation.of(List.of(PARTY_1, two)).routes().get(0);
        assertThat(route.finding()).isEqualTo(RouteFinding.WRONG_ADDRESS);
        assertThat(route.remedy())
                .contains(new Remedy("one", "rollsite.partyList", "2", List.of(plain("10.0.0.2", 30009))));
    }

    @Test
    void theNameOfTheServiceHasThePortOfTheService() {
        DeclaredCluster one = cluster("one", "1", eggRoll(30001, route("2", plain("rollsite.two", 9370))));
        DeclaredCluster two =
                cluster("two", "2", eggRoll(30002, route("1", plain("rollsite.one.svc.cluster.local", 30001))));
        assertThat(findings(one, two)).containsExactly(RouteFinding.MATCHED, RouteFinding.WRONG_ADDRESS);
    }

    @Test
    void aLoadBalancerIsReachedAtThePortOfTheService() {
        DeclaredCluster one = cluster("one", "1", eggRoll(30001, route("2", plain("203.0.113.2", 9370))));
        DeclaredCluster two = cluster(
                "two", "2", Members.balanced("203.0.113.2", eggRoll(30002, route("1", plain("10.0.0.1", 30001)))));
        assertThat(findings(one, two)).containsExactly(RouteFinding.MATCHED, RouteFinding.MATCHED);
    }

    @Test
    void aPortThatKubernetesChoosesIsNotCompared() {
        DeclaredCluster two = cluster("two", "2", eggRoll(0, route("1", plain("10.0.0.1", 30001))));
        assertThat(findings(PARTY_1, two)).containsExactly(RouteFinding.MATCHED, RouteFinding.MATCHED);
    }

    @Test
    void tlsOnOneSideIsWrong() {
        DeclaredCluster two = cluster("two", "2", Members.encrypted(30002, route("1", tls("10.0.0.1", 30001))));
        assertThat(findings(PARTY_1, two)).containsExactly(RouteFinding.TLS_ON_ONE_SIDE, RouteFinding.TLS_ON_ONE_SIDE);
    }

    @Test
    void enginesWithDifferentProtocolsDoNotUnderstandEachOther() {
        DeclaredCluster two = cluster("two", "2", Members.gateway("pulsar", "pulsar", 30002));
        assertThat(only(PARTY_1, two)).satisfies(route -> {
            assertThat(route.finding()).isEqualTo(RouteFinding.OTHER_PROTOCOL);
            assertThat(route.to()).isEqualTo("two");
        });
    }

    @Test
    void servingOfTheSamePartyIsAnotherNetwork() {
        DeclaredCluster serving = Members.serving("serving", "2", 30100);
        assertThat(only(PARTY_1, serving).finding()).isEqualTo(RouteFinding.OUTSIDE);
    }

    @Test
    void servingProxiesAreComparedWithEachOther() {
        DeclaredCluster one = Members.serving("one", "1", 30100, route("2", plain("10.0.0.2", 30200)));
        DeclaredCluster two = Members.serving("two", "2", 30200);
        assertThat(only(one, two).remedy())
                .contains(new Remedy("two", "servingProxy.partyList", "1", List.of(plain("", 30100))));
    }

    @Test
    void ofTwoClustersOfAPartyTheOneAtTheAddressCounts() {
        DeclaredCluster old = cluster("old", "2", eggRoll(30009));
        DeclaredCluster two = cluster("two", "2", eggRoll(30002, route("1", plain("10.0.0.1", 30001))));
        Federation federation = Federation.of(List.of(PARTY_1, old, two));
        assertThat(federation.routes().get(0)).satisfies(route -> {
            assertThat(route.finding()).isEqualTo(RouteFinding.MATCHED);
            assertThat(route.to()).isEqualTo("two");
        });
        assertThat(federation.shared()).containsExactly(new SharedParty("training", "2", List.of("old", "two")));
    }

    @Test
    void aRouteToTheOwnPartyIsNone() {
        DeclaredCluster one = cluster("one", "1", eggRoll(30001, route("1", plain("10.0.0.1", 30001))));
        assertThat(Federation.of(List.of(one)).routes()).isEmpty();
    }

    @Test
    void aPartyThatIsPolledNeedsNoAddress() {
        DeclaredCluster one = cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.2", 30002))));
        DeclaredCluster two = cluster("two", "2", eggRoll(30002, route("1")));
        assertThat(findings(one, two)).containsExactly(RouteFinding.MATCHED, RouteFinding.MATCHED);
    }

    @Test
    void anExchangeThatIsNotManagedHereIsOutside() {
        DeclaredCluster one = cluster("one", "1", eggRoll(30001, route("default", plain("10.0.0.9", 30000))));
        assertThat(only(one, exchange("two", eggRoll(30007))).to()).isEqualTo("exchange/training/10.0.0.9:30000");
    }

    private static List<RouteFinding> findings(DeclaredCluster... clusters) {
        return Federation.of(List.of(clusters)).routes().stream()
                .map(FederationRoute::finding)
                .toList();
    }

    private static FederationRoute only(DeclaredCluster... clusters) {
        List<FederationRoute> routes = Federation.of(List.of(clusters)).routes();
        assertThat(routes).hasSize(1);
        return routes.get(0);
    }
}
