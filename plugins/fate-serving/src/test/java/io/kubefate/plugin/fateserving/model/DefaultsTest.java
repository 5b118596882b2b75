package io.kubefate.plugin.fateserving.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model of clusters that do not set everything. */
class DefaultsTest {

    @Test
    void theProxyHasNodePortsAndAHostOfItsParty() {
        ClusterSpec model = model("servingProxy: {type: '', exchange: {ip: a, port: 1}}");

        assertThat(model.text("proxy", "type")).contains("NodePort");
        assertThat(model.text("proxy", "host")).contains("9999.serving-proxy.kubefate.net");
        assertThat(model.map("proxy")).doesNotContainKey("nodePort");
        assertThat(model.list("proxy", "parties")).isEmpty();
    }

    @Test
    void withoutAMapOfTheProxyTheSampleOfTheReleaseApplies() {
        ClusterSpec model = new ClusterSpec(ClusterModel.of(Clusters.read(
                "{name: a, namespace: a, chartName: fate-serving, chartVersion: v2.0.0, partyId: 10000}")));

        assertThat(model.text("proxy", "nodePort")).contains("30110");
        assertThat(model.list("proxy", "parties"))
                .containsExactly(Map.of(
                        "partyId", BigInteger.valueOf(9999), "ip", "192.168.9.1", "port", BigInteger.valueOf(30109)));
    }

    @Test
    void theSampleHasNoRouteToTheOwnParty() {
        assertThat(model("").list("proxy", "parties")).isEmpty();
    }

    @Test
    void fateFlowIsTheSamplesUnlessItIsNamed() {
        assertThat(model("servingServer: {type: NodePort}").map("server", "fateFlow"))
                .isEqualTo(Map.of("ip", "fateflow.fate-10000", "port", BigInteger.valueOf(9380)));
        assertThat(model("servingServer: {fateflow: {ip: a}}").map("server", "fateFlow"))
                .isEqualTo(Map.of("ip", "a", "port", BigInteger.valueOf(9380)));
    }

    @Test
    void emptyTextMeansTheVolumesRootAndTheDefaultClass() {
        assertThat(model("servingServer: {subPath: '', storageClass: ''}").map("server", "storage"))
                .containsEntry("subPath", "")
                .doesNotContainKey("storageClass");
        assertThat(model("servingRedis: {subPath: '', storageClass: ''}").map("redis", "storage"))
                .containsEntry("subPath", "")
                .doesNotContainKey("storageClass");
    }

    @Test
    void theClassIsTheDefaultAndOnlyAGivenMapHasADirectory() {
        ClusterSpec model = model("servingServer: {size: 2Gi}");

        assertThat(model.map("server", "storage"))
                .containsEntry("subPath", "fate_dev")
                .doesNotContainKey("storageClass");
        assertThat(model.map("redis", "storage")).containsEntry("subPath", "").doesNotContainKey("storageClass");
    }

    @Test
    void redisUsesStorageKeysOfTheTopLevelThatItsMapDoesNotHave() {
        assertThat(model("size: 2Gi\nsubPath: top\nservingRedis: {size: 3Gi}").map("redis", "storage"))
                .containsEntry("size", "3Gi")
                .containsEntry("subPath", "top");
        assertThat(model("size: 2Gi\nstorageClass: ''").map("redis", "storage"))
                .containsEntry("size", "2Gi")
                .containsEntry("subPath", "fate_dev")
                .doesNotContainKey("storageClass");
    }

    private static ClusterSpec model(String yaml) {
        return new ClusterSpec(ClusterModel.of(Clusters.whole(yaml)));
    }
}
