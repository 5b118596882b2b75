package io.kubefate.plugin.fateserving21.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingChecksTest {

    @Test
    void theModulesFateFlowAndTheOtherPartiesAreTried() {
        assertThat(names(Clusters.whole("""
                        servingProxy:
                          exchange: {ip: 10.0.0.9, port: 30110}
                          partyList: [{partyId: 10000, partyIp: 10.0.0.1, partyPort: 30109}]
                        servingServer: {cacheType: redis, fateflow: {ip: 10.0.0.2, port: 30097}}
                        """)))
                .containsExactly(
                        "zookeeper serves requests",
                        "serving-server reaches serving-zookeeper:2181",
                        "serving-server reaches serving-proxy:8879",
                        "serving-proxy reaches serving-zookeeper:2181",
                        "serving-proxy reaches serving-server:8000",
                        "serving-admin reaches serving-zookeeper:2181",
                        "serving-admin reaches serving-server:8000",
                        "serving-admin reaches serving-proxy:8869",
                        "serving-server reaches serving-redis:6379",
                        "serving-server reaches 10.0.0.2:30097",
                        "serving-proxy reaches the exchange at 10.0.0.9:30110",
                        "serving-proxy reaches party 10000 at 10.0.0.1:30109");
    }

    @Test
    void anExternalRedisIsTriedAtItsAddress() {
        assertThat(names(Clusters.of("""
                        modules: [servingServer]
                        externalRedisIp: redis.example.com
                        externalRedisPort: 6380
                        servingServer: {cacheType: redis, fateflow: {ip: 10.0.0.2, port: 30097}}
                        """)))
                .containsExactly(
                        "serving-server reaches redis.example.com:6380", "serving-server reaches 10.0.0.2:30097");
    }

    @Test
    void redisIsNotTriedIfTheCacheIsInMemory() {
        assertThat(names(Clusters.of("""
                        modules: [servingServer, servingRedis]
                        servingServer: {fateflow: {ip: 10.0.0.2, port: 30097}}
                        """))).containsExactly("serving-server reaches 10.0.0.2:30097");
    }

    private static List<String> names(ClusterSpec spec) {
        return ServingChecks.of(spec).stream().map(ClusterCheck::name).toList();
    }
}
