package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRulesTest {

    @Test
    void partiesAndExchangesAreAccepted() {
        assertThat(problems("""
                        modules: [osx, python]
                        osx:
                          exchange: {ip: 192.168.0.1, port: 30000}
                          partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                        pulsar: {exchange: {ip: 192.168.0.1, port: 30007}}
                        """)).isEmpty();
    }

    @Test
    void aPartyHasOneRoute() {
        assertThat(problems("""
                        osx:
                          partyList:
                            - {partyId: 9999, partyIp: 192.168.9.1}
                            - {partyId: 10000, partyIp: 192.168.10.1}
                            - {partyId: "10000", partyIp: 192.168.10.2}
                        """)).containsExactly("ERROR osx.partyList[0].partyId", "ERROR osx.partyList[2].partyId");
    }

    @Test
    void anExchangeHasAddressAndPort() {
        assertThat(problems("""
                        osx: {exchange: {ip: 192.168.0.1}}
                        pulsar: {exchange: {port: 30007}}
                        """)).containsExactly("ERROR osx.exchange.port", "ERROR pulsar.exchange.ip");
    }

    @Test
    void anExchangeKnowsParties() {
        assertThat(problems("modules: [osx]\n")).containsExactly("WARNING osx");
    }

    @Test
    void anAddressOfThePodItselfLeadsNowhere() {
        assertThat(problems(
                        "externalMysqlIp: localhost\nnginx: {route_table: {10000: {proxy: [{host: 127.0.0.1}]}}}\n"))
                .containsExactly("WARNING nginx.route_table.10000.proxy[0].host", "WARNING externalMysqlIp");
    }

    @Test
    void servingHasAddressAndPort() {
        assertThat(problems("servingIp: 192.168.9.1\n")).containsExactly("WARNING servingPort");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(RouteRules.check(Clusters.of(yaml), Clusters.GENERATION));
    }
}
