package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRulesTest {

    @Test
    void everyPartyHasOneRoute() {
        assertThat(problems("rollsite: {partyList: [{partyId: 1}, {partyId: 2}]}"))
                .isEmpty();
    }

    @Test
    void aPartyThatIsListedTwiceIsRefusedHoweverItIsWritten() {
        assertThat(problems("rollsite: {partyList: [{partyId: 1}, {partyId: \"1\"}]}"))
                .containsExactly("ERROR rollsite.partyList[1].partyId");
    }

    @Test
    void theOwnPartyIsNotListed() {
        assertThat(problems("rollsite: {partyList: [{partyId: 9999}]}"))
                .containsExactly("ERROR rollsite.partyList[0].partyId");
    }

    @Test
    void anExchangeHasAddressAndPort() {
        assertThat(problems("rollsite: {exchange: {ip: a, port: 1}}")).isEmpty();
        assertThat(problems("rollsite: {exchange: {ip: a}}")).containsExactly("ERROR rollsite.exchange.port");
        assertThat(problems("rollsite: {exchange: {port: 1}}")).containsExactly("ERROR rollsite.exchange.ip");
    }

    @Test
    void halfAServingAddressIsDoubtful() {
        assertThat(problems("servingIp: a")).containsExactly("WARNING servingPort");
        assertThat(problems("servingPort: 1")).containsExactly("WARNING servingIp");
    }

    @Test
    void anExchangeThatKnowsNoPartyIsDoubtful() {
        String exchange = "modules: [rollsite]\n";

        assertThat(Clusters.summary(RouteRules.check(Clusters.of(exchange)))).containsExactly("WARNING rollsite");
        assertThat(RouteRules.check(Clusters.of(exchange + "rollsite: {partyList: [{partyId: 1}]}")))
                .isEmpty();
    }

    @Test
    void aLoopbackAddressIsNotAnotherParty() {
        assertThat(problems(
                        "rollsite: {exchange: {ip: 0.0.0.0, port: 1}, partyList: [{partyId: 1, partyIp: 127.0.0.1}]}"))
                .containsExactly("WARNING rollsite.exchange.ip", "WARNING rollsite.partyList[0].partyIp");
        assertThat(problems("""
            nginx: {route_table: {1: {proxy: [{host: localhost}], fateflow: [{host: 127.0.0.2}]}}}
            rabbitmq: {route_table: {1: {host: localhost}}}
            servingIp: localhost
            servingPort: 1
            """))
                .containsExactly(
                        "WARNING nginx.route_table.1.proxy[0].host",
                        "WARNING nginx.route_table.1.fateflow[0].host",
                        "WARNING rabbitmq.route_table.1.host",
                        "WARNING servingIp");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(RouteRules.check(Clusters.whole(yaml)));
    }
}
