package io.kubefate.server.service.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseChangeTest {

    private static final UpgradePath WITH_STEP = new UpgradePath.Allowed(List.of("migrate.yaml.ftl"));

    @Test
    void theSameReleaseNeedsNothing() {
        assertThat(path("fate", "v1.9.0", "eggroll")).isEqualTo(new UpgradePath.Allowed(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"v1.9.1", "v1.10.0", "v2.0.0-rc1"})
    void thePluginDecidesOfALaterRelease(String version) {
        assertThat(path("fate", version, "eggroll")).isEqualTo(WITH_STEP);
    }

    @ParameterizedTest
    @CsvSource({
        "fate-serving, v2.0.0, '', doesn't support upgrade between different charts",
        "fate, v1.8.0, eggroll, using kubefate to downgrade a cluster is not supported yet",
        "fate, v1.10.0, spark, 'the engine of a cluster cannot be changed, from eggroll to spark'",
        "fate, v1.9.0, spark, 'the engine of a cluster cannot be changed, from eggroll to spark'",
    })
    void whatIsNoUpgradeIsRefusedWithoutThePlugin(String chart, String version, String engine, String reason) {
        assertThat(path(chart, version, engine))
                .isInstanceOfSatisfying(
                        UpgradePath.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith(reason));
    }

    @Test
    void whatThePluginRefusesOfAnEarlyFateIsRefusedInTheWordsOfKubefateToo() {
        ClusterRecord cluster = cluster("v1.5.0");

        assertThat(new ReleaseChange(cluster, new ReleaseKey("fate", "v1.6.0", "eggroll"))
                        .path((from, to) -> new UpgradePath.Refused("no way")))
                .isEqualTo(new UpgradePath.Refused(
                        "upgrade from FATE version <= 1.7.1 is not supported by KubeFATE; no way"));
        assertThat(new ReleaseChange(cluster, new ReleaseKey("fate", "v1.6.0", "eggroll"))
                        .path((from, to) -> WITH_STEP))
                .isEqualTo(WITH_STEP);
    }

    private static UpgradePath path(String chart, String version, String engine) {
        return new ReleaseChange(cluster("v1.9.0"), new ReleaseKey(chart, version, engine))
                .path((from, to) -> WITH_STEP);
    }

    private static ClusterRecord cluster(String version) {
        return ClusterRecord.pending(
                new ClusterIdentity("c-1", "x", "x"),
                new StoredRelease("fate", version, "eggroll"),
                "name: x",
                Instant.EPOCH);
    }
}
