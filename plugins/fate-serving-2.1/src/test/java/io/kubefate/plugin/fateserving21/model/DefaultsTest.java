package io.kubefate.plugin.fateserving21.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model of clusters that do not set everything. */
class DefaultsTest {

    @Test
    void withoutMapsTheSampleOfTheReleaseApplies() {
        ClusterSpec model = model("");

        assertThat(model.text("proxy", "type")).contains("NodePort");
        assertThat(model.text("proxy", "nodePort")).contains("30109");
        assertThat(model.text("server", "type")).contains("NodePort");
        assertThat(model.text("server", "nodePort")).contains("30209");
        assertThat(model.text("server", "httpNodePort")).contains("30210");
        assertThat(model.text("server", "cacheType")).contains("redis");
    }

    @Test
    void aMapHasItsOwnDefaults() {
        ClusterSpec model = model("servingProxy: {type: NodePort}\nservingServer: {cacheSwitch: true}");

        assertThat(model.map("proxy")).doesNotContainKey("nodePort");
        assertThat(model.text("server", "type")).contains("ClusterIP");
        assertThat(model.text("server", "cacheType")).contains("local");
    }

    @Test
    void aProxyWithoutATypeHasNodePorts() {
        ClusterSpec model = model("servingProxy: {nodePort: 30096}");

        assertThat(model.text("proxy", "type")).contains("NodePort");
        assertThat(model.text("proxy", "nodePort")).contains("30096");
    }

    @Test
    void fateFlowIsInTheSameNamespaceUnlessItIsNamed() {
        assertThat(model("servingServer: {type: NodePort}").map("server", "fateFlow"))
                .isEqualTo(Map.of("ip", "fateflow", "port", BigInteger.valueOf(9380)));
    }

    @Test
    void theConsoleHasAnAccountWithOrWithoutItsMap() {
        assertThat(model("").text("admin", "username")).contains("admin");
        assertThat(model("servingAdmin: {type: NodePort}").text("admin", "password"))
                .contains("admin");
    }

    @Test
    void imagesComeFromDockerHubUnlessARegistryIsGiven() {
        assertThat(model("").map("images"))
                .isEqualTo(Map.of(
                        "proxy", "federatedai/serving-proxy:2.1.6-release",
                        "server", "federatedai/serving-server:2.1.6-release",
                        "admin", "federatedai/serving-admin:2.1.6-release",
                        "redis", "redis:5",
                        "zookeeper", "bitnami/zookeeper:3.7.0"));
        assertThat(model("registry: mirror.example.org/fate").text("images", "zookeeper"))
                .contains("mirror.example.org/fate/zookeeper:3.7.0");
    }

    private static ClusterSpec model(String yaml) {
        return new ClusterSpec(ClusterModel.of(Clusters.whole(yaml)));
    }
}
