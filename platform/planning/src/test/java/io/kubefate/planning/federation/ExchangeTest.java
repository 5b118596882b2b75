package io.kubefate.planning.federation;

import static io.kubefate.planning.federation.Members.cluster;
import static io.kubefate.planning.federation.Members.eggRoll;
import static io.kubefate.planning.federation.Members.encrypted;
import static io.kubefate.planning.federation.Members.exchange;
import static io.kubefate.planning.federation.Members.plain;
import static io.kubefate.planning.federation.Members.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Routes through an exchange. */
class ExchangeTest {

    private static final DeclaredCluster ONE =
            cluster("one", "1", eggRoll(30001, route("default", plain("10.0.0.9", 30000))));
    private static final DeclaredCluster TWO =
            cluster("two", "2", eggRoll(30002, route("default", plain("10.0.0.9", 30000))));
    private static final DeclaredCluster EXCHANGE = exchange(
            "exchange", eggRoll(30000, route("1", plain("10.0.0.1", 30001)), route("2", plain("10.0.0.2", 30002))));

    @Test
    void partiesAndTheirExchangeMatch() {
        assertThat(findings(ONE, TWO, EXCHANGE))
                .containsOnly(
                        Map.entry("one-exchange", RouteFinding.MATCHED),
                        Map.entry("two-exchange", RouteFinding.MATCHED),
                        Map.entry("exchange-one", RouteFinding.MATCHED),
                        Map.entry("exchange-two", RouteFinding.MATCHED));
    }

    @Test
    void anExchangeNeedsARouteToEachPartyThatUsesIt() {
        DeclaredCluster incomplete = exchange("exchange", eggRoll(30000, route("1", plain("10.0.0.1", 30001))));
        Federation federation = Federation.of(List.of(ONE, TWO, incomplete));
        assertThat(federation.routes())
                .filteredOn(route -> route.finding() == RouteFinding.NO_ROUTE_OF_EXCHANGE)
                .singleElement()
                .satisfies(route -> assertThat(route.remedy())
                        .contains(new Remedy("exchange", "rollsite.partyList", "2", List.of(plain("", 30002)))));
    }

    @Test
    void aPartyNeedsARouteToTheExchangeThatKnowsIt() {
        DeclaredCluster silent = cluster("two", "2", eggRoll(30002));
        assertThat(Federation.of(List.of(ONE, silent, EXCHANGE)).routes())
                .filteredOn(route -> route.finding() == RouteFinding.NO_ROUTE_BACK)
                .singleElement()
                .satisfies(route -> assertThat(route.remedy())
                        .contains(new Remedy("two", "rollsite.exchange", "default", List.of(plain("", 30000)))));
    }

    @Test
    void aRouteBackThroughAnExchangeCounts() {
        DeclaredCluster direct = cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.2", 30002))));
        assertThat(findings(direct, TWO, EXCHANGE)).containsEntry("one-two", RouteFinding.MATCHED);
    }

    @Test
    void aRouteBackThroughAnExchangeThatIsNotKnownCounts() {
        DeclaredCluster direct = cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.2", 30002))));
        assertThat(findings(direct, TWO)).containsEntry("one-two", RouteFinding.MATCHED);
    }

    @Test
    void aRouteBackEndsAtAnExchangeThatDoesNotKnowTheParty() {
        DeclaredCluster direct = cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.2", 30002))));
        DeclaredCluster incomplete = exchange("exchange", eggRoll(30000, route("2", plain("10.0.0.2", 30002))));
        assertThat(findings(direct, TWO, incomplete)).containsEntry("one-two", RouteFinding.NO_ROUTE_OF_EXCHANGE);
    }

    @Test
    void aRouteOfAPartyCanLeadToTheExchange() {
        DeclaredCluster listing = cluster("one", "1", eggRoll(30001, route("2", plain("10.0.0.9", 30000))));
        assertThat(Federation.of(List.of(listing, TWO, EXCHANGE)).routes().get(0))
                .satisfies(route -> {
                    assertThat(route.finding()).isEqualTo(RouteFinding.MATCHED);
                    assertThat(route.to()).isEqualTo("two");
                    assertThat(route.via()).isEqualTo(Optional.of("exchange"));
                });
    }

    @Test
    void anExchangeWithTlsNeedsPartiesWithTls() {
        DeclaredCluster secure = exchange("exchange", encrypted(30000, route("1", plain("10.0.0.1", 30001))));
        assertThat(findings(ONE, secure)).containsEntry("one-exchange", RouteFinding.TLS_ON_ONE_SIDE);
    }

    private static Map<String, RouteFinding> findings(DeclaredCluster... clusters) {
        return Federation.of(List.of(clusters)).routes().stream()
                .collect(Collectors.toMap(route -> route.from() + "-" + route.to(), FederationRoute::finding));
    }
}
