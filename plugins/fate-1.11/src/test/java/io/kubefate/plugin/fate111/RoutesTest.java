package io.kubefate.plugin.fate111;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.RouteAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cluster is in a federation. */
class RoutesTest {

    @Test
    void aPartyOnEggRollHasItsNodePortAndRoutes() {
        Gateway rollsite = only("""
                modules: [rollsite, python]
                rollsite:
                  type: NodePort
                  nodePort: 30091
                  exchange: {ip: 10.0.0.9, port: 30000}
                  partyList: [{partyId: 10000, partyIp: 10.0.0.1, partyPort: 30101}]
                """);
        assertThat(rollsite.ports()).containsExactly(new GatewayPort("", false, 9370, Optional.of(30091)));
        assertThat(rollsite.routes())
                .containsExactly(
                        new PartyRoute(PartyRoute.DEFAULT, "rollsite.exchange", List.of(plain("10.0.0.9", 30000))),
                        new PartyRoute("10000", "rollsite.partyList", List.of(plain("10.0.0.1", 30101))));
    }

    @Test
    void tlsHasAPortOfItsOwn() {
        assertThat(only("""
                        modules: [rollsite, python]
                        rollsite: {type: NodePort, nodePort: 30091, enableTLS: true}
                        """).ports()).containsExactly(new GatewayPort("", true, 9380, Optional.of(30091)));
    }

    @Test
    void thePortOfALoadBalancerIsFixedWithItsAddressOnly() {
        String yaml = "modules: [rollsite, python]\nrollsite: {type: LoadBalancer, nodePort: 30091";
        assertThat(only(yaml + "}").ports()).containsExactly(new GatewayPort("", false, 9370, Optional.empty()));
        assertThat(only(yaml + ", loadBalancerIP: 203.0.113.10}").loadBalancer())
                .contains("203.0.113.10");
    }

    @Test
    void aPartyThatPollsNeedsNoAddress() {
        assertThat(only("""
                        modules: [rollsite, python]
                        rollsite: {polling: {enabled: true, type: server, clientList: [{partID: 10001}]}}
                        """).routes())
                .containsExactly(new PartyRoute("10001", "rollsite.polling.clientList", List.of()));
    }

    @Test
    void pulsarReachesTheExchangeWithTls() {
        Gateway pulsar = member("""
                modules: [pulsar, python]
                pulsar: {exchange: {ip: 10.0.0.9, port: 30007}, route_table: {10000: {host: 10.0.0.1, port: 30104}}}
                """).gateways().get(0);
        assertThat(pulsar.protocol()).isEqualTo("pulsar");
        assertThat(pulsar.routes())
                .extracting(PartyRoute::addresses)
                .containsExactly(
                        List.of(new RouteAddress("", true, "10.0.0.9", 30007)), List.of(plain("10.0.0.1", 30104)));
    }

    @Test
    void nginxHasAPortForHttpAndOneForGrpc() {
        Gateway nginx = member("""
                modules: [nginx, python]
                nginx:
                  route_table: {10000: {proxy: [{host: 10.0.0.1, http_port: 30103, grpc_port: 30108}]}}
                """).gateways().get(0);
        assertThat(nginx.routes())
                .containsExactly(new PartyRoute(
                        "10000",
                        "nginx.route_table",
                        List.of(
                                new RouteAddress("http", false, "10.0.0.1", 30103),
                                new RouteAddress("grpc", false, "10.0.0.1", 30108))));
    }

    @Test
    void aGatewayAloneIsAnExchange() {
        assertThat(member("modules: [rollsite]").exchange()).isTrue();
        assertThat(member("modules: [rollsite, python]").exchange()).isFalse();
    }

    private static RouteAddress plain(String host, int port) {
        return new RouteAddress("", false, host, port);
    }

    private static Gateway only(String yaml) {
        List<Gateway> gateways = member(yaml).gateways();
        assertThat(gateways).hasSize(1);
        return gateways.get(0);
    }

    private static FederationMember member(String yaml) {
        return new Fate1112Distribution().federation(Clusters.SECOND.of(yaml)).orElseThrow();
    }
}
