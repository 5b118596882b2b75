package io.kubefate.plugin.shared.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRulesTest {

    private static final RouteRules RULES = new RouteRules("node port 30110");

    @Test
    void everyPartyHasOneRoute() {
        assertThat(problems("{partyList: [{partyId: 1}, {partyId: 2}]}")).isEmpty();
    }

    @Test
    void aPartyThatIsListedTwiceIsRefusedHoweverItIsWritten() {
        assertThat(problems("{partyList: [{partyId: 1}, {partyId: \"1\"}]}"))
                .containsExactly("ERROR servingProxy.partyList[1].partyId");
    }

    @Test
    void theOwnPartyIsNotListed() {
        assertThat(problems("{partyList: [{partyId: 9999}]}"))
                .containsExactly("ERROR servingProxy.partyList[0].partyId");
    }

    @Test
    void anExchangeHasAddressAndPort() {
        assertThat(problems("{exchange: {ip: a, port: 8869}}")).isEmpty();
        assertThat(problems("{exchange: {ip: a}}")).containsExactly("ERROR servingProxy.exchange.port");
        assertThat(problems("{exchange: {port: 30100}}")).containsExactly("ERROR servingProxy.exchange.ip");
    }

    @Test
    void aPortAtWhichPartiesDoNotMeetIsDoubtful() {
        assertThat(problems("{exchange: {ip: a, port: 9370}, partyList: [{partyId: 1, partyPort: 8059}]}"))
                .containsExactly("WARNING servingProxy.partyList[0].partyPort", "WARNING servingProxy.exchange.port");
    }

    @Test
    void theSampleThatHoldsWithoutAMapIsTold() {
        assertThat(problems("{}")).containsExactly("WARNING servingProxy");
    }

    @Test
    void anExchangeThatKnowsNoPartyIsDoubtful() {
        String exchange = "modules: [servingProxy]\nservingProxy: {nodePort: 30100, ";

        assertThat(Clusters.summary(RULES.check(Clusters.of(exchange + "}")))).containsExactly("WARNING servingProxy");
        assertThat(RULES.check(Clusters.of(exchange + "partyList: [{partyId: 1}]}")))
                .isEmpty();
    }

    @Test
    void routesOfAModuleThatIsOffRefuseNothing() {
        assertThat(RULES.check(Clusters.of("modules: [servingServer]\nservingProxy: {exchange: {ip: a}}")))
                .isEmpty();
    }

    @Test
    void aLoopbackAddressIsNotAnotherParty() {
        assertThat(problems("{exchange: {ip: localhost, port: 8869}, partyList: [{partyId: 1, partyIp: 127.0.0.1}]}"))
                .containsExactly("WARNING servingProxy.exchange.ip", "WARNING servingProxy.partyList[0].partyIp");
    }

    private static List<String> problems(String proxy) {
        return Clusters.summary(RULES.check(Clusters.whole("servingProxy: " + proxy)));
    }
}
