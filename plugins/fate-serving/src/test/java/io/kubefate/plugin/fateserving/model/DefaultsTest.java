package io.kubefate.plugin.fateserving.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    @Test
    void theProxyHasNodePortsAndAHostOfItsParty() {
        ClusterSpec spec = fill("servingProxy: {type: '', exchange: {ip: a, port: 1}}");

        assertThat(spec.text("servingProxy", "type")).contains("NodePort");
        assertThat(spec.text("servingProxy", "ingerssHost")).contains("9999.serving-proxy.kubefate.net");
        assertThat(spec.map("servingProxy")).doesNotContainKeys("nodePort", "partyList");
    }

    @Test
    void withoutAMapOfTheProxyTheSampleHolds() {
        ClusterSpec spec = Defaults.fill(Clusters.read("{partyId: 10000}"));

        assertThat(spec.text("servingProxy", "nodePort")).contains("30110");
        assertThat(spec.list("servingProxy", "partyList")).hasSize(1);
    }

    @Test
    void theSamplesPartyHasNoRouteToItself() {
        assertThat(fill("").list("servingProxy", "partyList")).isEmpty();
    }

    @Test
    void fateFlowIsTheSamplesUnlessItIsNamed() {
        assertThat(fill("servingServer: {type: NodePort}").map("servingServer", "fateflow"))
                .isEqualTo(Map.of("ip", "fateflow.fate-10000", "port", 9380L));
        assertThat(fill("servingServer: {fateflow: {ip: a}}").map("servingServer", "fateflow"))
                .isEqualTo(Map.of("ip", "a", "port", 9380L));
    }

    @Test
    void emptyTextMeansTheVolumesRootAndTheDefaultClass() {
        ClusterSpec spec = fill("servingServer: {subPath: '', storageClass: ''}");

        assertThat(spec.map("servingServer")).containsEntry("subPath", "").containsEntry("storageClass", "");
    }

    @Test
    void aClassIsCalledLikeTheWorkloadAndADirectoryIsNamedInsideAMapOnly() {
        ClusterSpec spec = fill("servingServer: {size: 2Gi}");

        assertThat(spec.map("servingServer"))
                .containsEntry("subPath", "fate_dev")
                .containsEntry("storageClass", "serving-server");
        assertThat(spec.map("servingRedis"))
                .containsEntry("subPath", "")
                .containsEntry("storageClass", "serving-redis");
    }

    @Test
    void redisTakesStorageKeysOfTheTopLevelThatItsMapDoesNotName() {
        ClusterSpec spec = fill("size: 2Gi\nsubPath: top\nservingRedis: {size: 3Gi}");

        assertThat(spec.map("servingRedis")).containsEntry("size", "3Gi").containsEntry("subPath", "top");
    }

    private static ClusterSpec fill(String yaml) {
        return Defaults.fill(Clusters.whole(yaml));
    }
}
