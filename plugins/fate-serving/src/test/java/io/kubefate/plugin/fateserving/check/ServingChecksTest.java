package io.kubefate.plugin.fateserving.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingChecksTest {

    @Test
    void theModulesFateFlowAndTheOtherPartiesAreTried() {
        ClusterSpec spec = Clusters.whole("""
                servingProxy:
                  ingerssHost: a.example.com
                  exchange: {ip: 10.0.0.9, port: 30110}
                  partyList: [{partyId: 10000, partyIp: 10.0.0.1, partyPort: 30109}]
                servingServer: {fateflow: {ip: 10.0.0.2, port: 30097}}
                """);

        assertThat(names(spec))
                .containsExactly(
                        "serving-server reaches serving-redis:6379",
                        "serving-server reaches 10.0.0.2:30097",
                        "serving-server reaches serving-proxy:8879",
                        "serving-proxy reaches serving-server:8000",
                        "serving-proxy reaches the exchange at 10.0.0.9:30110",
                        "serving-proxy reaches party 10000 at 10.0.0.1:30109");
    }

    @Test
    void aRedisOutsideIsTriedWhereItIs() {
        ClusterSpec spec = Clusters.of("""
                modules: [servingServer]
                externalRedisIp: redis.example.com
                externalRedisPort: 6380
                servingServer: {fateflow: {ip: 10.0.0.2, port: 30097}}
                """);

        assertThat(names(spec))
                .containsExactly(
                        "serving-server reaches redis.example.com:6380", "serving-server reaches 10.0.0.2:30097");
    }

    private static List<String> names(ClusterSpec spec) {
        return ServingChecks.of(spec).stream().map(ClusterCheck::name).toList();
    }
}
