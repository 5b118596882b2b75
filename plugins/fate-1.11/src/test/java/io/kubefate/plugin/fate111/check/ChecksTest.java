package io.kubefate.plugin.fate111.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void aPartyOnEggRollIsTriedThroughRollsite() {
        assertThat(names(Clusters.SECOND.onEggRoll("")))
                .contains("rollsite reaches fateflow:9360", "fateflow reaches rollsite:9370")
                .endsWith("FATE's toy test of this party alone");
    }

    @Test
    void otherPartiesAndTheExchangeAreTried() {
        assertThat(names(Clusters.SECOND.of("""
                        modules: [rollsite]
                        rollsite:
                          exchange: {ip: 10.0.0.9, port: 30000}
                          partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                          polling: {enabled: true, type: server, clientList: [{partID: 10001}]}
                        """)))
                .containsExactly(
                        "rollsite reaches the exchange at 10.0.0.9:30000",
                        "rollsite reaches party 10000 at 192.168.10.1:30101");
    }

    @Test
    void theServerOfAPollingClientIsTried() {
        assertThat(names(Clusters.SECOND.of("""
                        modules: [rollsite]
                        rollsite: {polling: {enabled: true, type: client, server: {ip: 10.0.0.9, port: 30000}}}
                        """))).containsExactly("rollsite reaches the exchange at 10.0.0.9:30000");
    }

    @Test
    void theExchangesOfTheBalancerAreTried() {
        assertThat(names(Clusters.SECOND.of("""
                        modules: [lbrollsite, python]
                        lbrollsite: {exchangeList: [{ip: 10.0.0.9, port: 30000}, {ip: 10.0.0.8, port: 30000}]}
                        """)))
                .contains(
                        "rollsite reaches fateflow:9360",
                        "fateflow reaches rollsite:9370",
                        "rollsite reaches the exchange at 10.0.0.9:30000",
                        "rollsite reaches the exchange at 10.0.0.8:30000");
    }

    private static List<String> names(ClusterSpec spec) {
        return new Fate1112Distribution()
                .checks(spec).stream().map(ClusterCheck::name).toList();
    }
}
