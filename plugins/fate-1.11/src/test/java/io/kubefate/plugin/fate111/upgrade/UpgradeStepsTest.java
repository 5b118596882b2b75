package io.kubefate.plugin.fate111.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.fate111.release.Fate1111Distribution;
import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps an upgrade from 1.11.1 to 1.11.2 has, by where the data are. */
class UpgradeStepsTest {

    private static final ReleaseKey FIRST = new ReleaseKey("fate", "v1.11.1", "");
    private static final ReleaseKey SECOND = new ReleaseKey("fate", "v1.11.2", "");

    @Test
    void theDataAreSavedInAClaimBeforeTheTablesChange() {
        RenderedCluster steps = steps(Clusters.SECOND.onEggRoll("""
                persistence: true
                mysql: {size: 20Gi, storageClass: fast}
                """));

        assertThat(steps.names())
                .containsExactly(
                        "PersistentVolumeClaim/mysql-dumps",
                        "Job/dump-database",
                        "Job/upgrade-tables",
                        "Job/verify-tables");
        assertThat(steps.value("PersistentVolumeClaim/mysql-dumps", "spec/resources/requests/storage"))
                .isEqualTo("20Gi");
        assertThat(steps.value("PersistentVolumeClaim/mysql-dumps", "spec/storageClassName"))
                .isEqualTo("fast");
        assertThat(steps.value("Job/dump-database", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/restore-argument", "restore"));
        assertThat(steps.value("Job/dump-database", "spec/template/spec/containers/0/image"))
                .isEqualTo("mysql:8.0.28");
    }

    @Test
    void dataThatEndWithThePodOfMysqlNeedNoStep() {
        assertThat(steps(Clusters.SECOND.onEggRoll("persistence: false\n")).names())
                .isEmpty();
    }

    @Test
    void withoutPersistenceTheTablesOfAnExternalDatabaseChangeWithoutADump() {
        assertThat(steps(Clusters.SECOND.of("""
                        modules: [rollsite, clustermanager, nodemanager, python]
                        externalMysqlIp: db.example.org
                        """)).names()).containsExactly("Job/upgrade-tables", "Job/verify-tables");
    }

    @Test
    void sparkHasNoTablesOfEggRoll() {
        assertThat(steps(Clusters.SECOND.onSpark("Pulsar", "persistence: true\n"))
                        .names())
                .containsExactly("PersistentVolumeClaim/mysql-dumps", "Job/dump-database");
    }

    @Test
    void anExchangeHasNoDatabase() {
        assertThat(steps(Clusters.SECOND.of("modules: [rollsite]\npersistence: true\n"))
                        .names())
                .isEmpty();
    }

    @Test
    void otherReleasesAreRefusedWithTheAlternative() {
        ReleaseKey old = new ReleaseKey("fate", "v1.5.0", "");

        assertThat(new Fate1112Distribution().upgrade(old, SECOND))
                .isEqualTo(new UpgradePath.Refused(
                        "FATE v1.5.0 cannot be upgraded to v1.11.2 in place, because FATE publishes no SQL that changes its"
                                + " tables to those of v1.11.2; install a new cluster in another namespace, and keep this one"
                                + " until its jobs and models are no longer needed"));
        assertThat(new Fate1111Distribution().upgrade(old, FIRST)).isInstanceOf(UpgradePath.Refused.class);
    }

    private static RenderedCluster steps(ClusterSpec spec) {
        Fate1112Distribution chart = new Fate1112Distribution();
        UpgradePath.Allowed path = (UpgradePath.Allowed) chart.upgrade(FIRST, SECOND);
        return RenderedCluster.ofSteps(chart, spec, path.templates());
    }
}
