package io.kubefate.plugin.fate20.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which clusters can be upgraded, and the steps. */
class UpgradesTest {

    private final Fate220Distribution release = new Fate220Distribution();

    @ParameterizedTest
    @ValueSource(strings = {"v2.0.0", "v2.1.0"})
    void theDatabaseIsDumpedBeforeTheImagesChange(String from) {
        assertThat(steps(from, "persistence: true\n"))
                .containsExactly("PersistentVolumeClaim/mysql-dumps", "Job/dump-database");
    }

    @Test
    void withoutClaimsThereIsNoDump() {
        assertThat(steps("v2.0.0", "persistence: false\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.5.0", "v1.11.1", "v1.11.2"})
    void dataOfFate1AreRefusedWithTheReasonAndTheAlternative(String from) {
        assertThat(path(from))
                .asInstanceOf(type(UpgradePath.Refused.class))
                .extracting(UpgradePath.Refused::reason)
                .asString()
                .contains("publishes no SQL that migrates those of FATE-Flow 1")
                .contains("install a new cluster in another namespace");
    }

    private List<String> steps(String from, String more) {
        UpgradePath.Allowed path = (UpgradePath.Allowed) path(from);
        return RenderedCluster.ofSteps(release, Clusters.onEggRoll(more), path.templates())
                .names();
    }

    private UpgradePath path(String from) {
        return release.upgrade(new ReleaseKey("fate", from, ""), new ReleaseKey("fate", "v2.2.0", ""));
    }
}
