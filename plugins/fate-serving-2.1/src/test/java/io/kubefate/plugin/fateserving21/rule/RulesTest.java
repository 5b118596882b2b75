package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the release, and that those of all releases apply to its keys. */
class RulesTest {

    private static final String COMPLETE = """
            servingProxy: {type: NodePort, nodePort: 30096, partyList: [{partyId: 10000, partyIp: a, partyPort: 30106}]}
            """;
    private static final String SERVER = "servingServer: {fateflow: {ip: fateflow.fate-9999, port: 9380}, ";

    @Test
    void aCompleteClusterHasNoProblem() {
        assertThat(whole("")).isEmpty();
    }

    @Test
    void nodePortsOfAllServicesAreDifferent() {
        assertThat(whole(
                        "type: NodePort, nodePort: 30096, httpNodePort: 30350",
                        "servingAdmin: {type: NodePort, nodePort: 30350}"))
                .containsExactly("ERROR servingServer.nodePort", "ERROR servingAdmin.nodePort");
    }

    @Test
    void theDefaultNodePortOfTheServersHttpPortIsUsedToo() {
        assertThat(whole("type: NodePort", "servingAdmin: {type: NodePort, nodePort: 30210}"))
                .containsExactly("ERROR servingAdmin.nodePort");
    }

    @Test
    void anExchangeHasAddressAndPort() {
        assertThat(problems("modules: [servingProxy]\nservingProxy: {nodePort: 30096, exchange: {ip: a}}"))
                .containsExactly("ERROR servingProxy.exchange.port");
        assertThat(problems("modules: [servingProxy]\nservingProxy: {nodePort: 30096, exchange: {port: 30100}}"))
                .contains("ERROR servingProxy.exchange.ip");
    }

    @Test
    void theOwnPartyNeedsNoRoute() {
        assertThat(problems("modules: [servingProxy]\nservingProxy: {partyList: [{partyId: 9999}]}"))
                .containsExactly("ERROR servingProxy.partyList[0].partyId");
    }

    @Test
    void aRedisThatIsUsedExists() {
        assertThat(problems("modules: [servingProxy, servingServer]\n" + COMPLETE + SERVER + "cacheType: redis}"))
                .containsExactly("WARNING modules");
        assertThat(problems("modules: [servingProxy, servingServer]\n" + COMPLETE + SERVER + "cacheType: local}"))
                .isEmpty();
    }

    @Test
    void aServerWithoutAFateFlowIsDoubtful() {
        assertThat(problems("modules: [servingProxy, servingServer]\n" + COMPLETE + "servingServer: {type: NodePort}"))
                .containsExactly("WARNING servingServer.fateflow");
    }

    private static List<String> whole(String server, String... lines) {
        String cache = server.isEmpty() ? "cacheType: redis" : "cacheType: redis, " + server;
        return Clusters.summary(
                Rules.check(Clusters.whole(COMPLETE + SERVER + cache + "}\n" + String.join("\n", lines))));
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(Rules.check(Clusters.of(yaml)));
    }
}
