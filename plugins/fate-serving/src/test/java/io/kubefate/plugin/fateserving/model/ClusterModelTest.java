package io.kubefate.plugin.fateserving.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterModelTest {

    @Test
    void imagesComeFromDockerHubUnlessARegistryIsGiven() {
        assertThat(model("registry: ''").get("images"))
                .isEqualTo(Map.of(
                        "proxy", "federatedai/serving-proxy:2.0.0-release",
                        "server", "federatedai/serving-server:2.0.0-release",
                        "redis", "redis:5"));
    }

    @Test
    void whatIsForNobodyKnownGoesNowhereWithoutAnExchange() {
        assertThat(find("", "proxy", "defaultRoute"))
                .isEqualTo(Map.of("ip", "default-serving-proxy", "port", BigInteger.valueOf(8869)));
    }

    @Test
    void theOwnRedisIsUsedWhenItsNameIsGivenAsTheOneOutside() {
        assertThat(find("externalRedisIp: serving-redis\nexternalRedisPassword: other", "redis", "address"))
                .isEqualTo(Map.of("ip", "serving-redis", "port", BigInteger.valueOf(6379), "password", "fate_dev"));
    }

    @Test
    void aRedisOutsideIsUsedEvenBesideTheModule() {
        assertThat(find("externalRedisIp: a\nservingRedis: {password: own}", "redis", "address"))
                .isEqualTo(Map.of("ip", "a", "port", BigInteger.valueOf(6379), "password", "own"));
    }

    @Test
    void aServiceInsideTheClusterHasNoNodePort() {
        assertThat(new ClusterSpec(model("servingServer: {nodePort: 30095}")).map("server"))
                .containsEntry("type", "ClusterIP")
                .doesNotContainKey("nodePort");
    }

    private static Map<String, Object> model(String yaml) {
        return ClusterModel.of(Clusters.whole(yaml));
    }

    private static Object find(String yaml, String... keys) {
        return new ClusterSpec(model(yaml)).find(keys).orElseThrow();
    }
}
