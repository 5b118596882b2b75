package io.kubefate.plugin.shared.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FateFlowRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ip: fateflow.fate-9999, port: 9380}",
                "{ip: fateflow-client.fate-9999.svc.cluster.local, port: 9380}",
                "{ip: 192.168.9.1, port: 30097}",
                "{ip: flow.example.org, port: 80}"
            })
    void anAddressOfAFateClusterIsRight(String address) {
        assertThat(problems(address)).isEmpty();
    }

    @Test
    void anAddressHasHostAndPort() {
        assertThat(problems("{}")).containsExactly("WARNING servingServer.fateflow");
        assertThat(problems("{ip: 192.168.9.1}")).containsExactly("WARNING servingServer.fateflow.port");
        assertThat(problems("{port: 30097}")).containsExactly("ERROR servingServer.fateflow.ip");
    }

    @ParameterizedTest
    @ValueSource(ints = {9360, 9370, 8000, 8059, 8869, 8879})
    void aPortOfAnotherServiceIsDoubtful(int port) {
        assertThat(problems("{ip: 192.168.9.1, port: " + port + "}"))
                .containsExactly("WARNING servingServer.fateflow.port");
    }

    @Test
    void aNodePortIsReachedAtANode() {
        assertThat(problems("{ip: fateflow.fate-9999, port: 30097}"))
                .containsExactly("WARNING servingServer.fateflow.port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serving-server",
                "serving-proxy.party",
                "serving-server.party.svc.cluster.local",
                "fateflow",
                "fateflow.party",
                "fateflow-client.party.svc"
            })
    void anAddressInTheOwnNamespaceIsDoubtful(String host) {
        assertThat(problems("{ip: " + host + ", port: 9380}")).containsExactly("WARNING servingServer.fateflow.ip");
    }

    @Test
    void nothingIsFetchedWithoutTheServer() {
        assertThat(FateFlowRules.check(Clusters.of("modules: [servingProxy]"))).isEmpty();
    }

    private static List<String> problems(String address) {
        return Clusters.summary(FateFlowRules.check(Clusters.whole("servingServer: {fateflow: " + address + "}")));
    }
}
