package io.kubefate.plugin.fateexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exchange is in a federation. */
class RoutesTest {

    @Test
    void theTrafficServerConnectsPulsarWithTls() {
        FederationMember exchange =
                new FateExchangeDistribution().federation(Clusters.of("""
                        modules: [trafficServer]
                        trafficServer: {route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "10.0.0.2:30109"}]}}
                        """)).orElseThrow();
        assertThat(exchange.exchange()).isTrue();
        assertThat(exchange.gateways())
                .extracting(Gateway::protocol, Gateway::routes)
                .containsExactly(tuple(
                        "pulsar",
                        List.of(new PartyRoute(
                                "10000",
                                "trafficServer.route_table",
                                List.of(new RouteAddress("", true, "10.0.0.2", 30109))))));
    }
}
