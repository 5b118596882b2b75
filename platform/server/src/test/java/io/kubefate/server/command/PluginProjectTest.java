package io.kubefate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ReleaseKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginProjectTest {

    private static final ReleaseKey RELEASE = new ReleaseKey("fate", "v1.6.0", "eggroll");

    @Test
    void whatIsNotGivenFollowsFromTheRelease() {
        assertThat(PluginProject.of(RELEASE, Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new PluginProject("fate-1.6", RELEASE, "org.example.fate16", "Fate16Distribution"));
    }

    @ParameterizedTest
    @CsvSource({
        "fate-serving, v2.1.3, '', fate-serving-2.1.3, org.example.fateserving213, Fateserving213Distribution",
        "fate, v1.7.0-rc1, spark, fate-1.7.0-rc1, org.example.fate170rc1, Fate170rc1Distribution"
    })
    void namesOfOtherCharts(
            String chart, String version, String engine, String id, String packageName, String className) {
        ReleaseKey release = new ReleaseKey(chart, version, engine);

        assertThat(PluginProject.of(release, Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new PluginProject(id, release, packageName, className));
    }

    @ParameterizedTest
    @CsvSource({
        "Fate, v1.6.0, eggroll, fate-1.6, org.example, A, --chart",
        "fate, 1.6.0, eggroll, fate-1.6, org.example, A, --chart-version",
        "fate, v1.6.0, Egg Roll, fate-1.6, org.example, A, --engine",
        "fate, v1.6.0, eggroll, ../fate, org.example, A, --id",
        "fate, v1.6.0, eggroll, fate-1.6, org.new.example, A, --package",
        "fate, v1.6.0, eggroll, fate-1.6, io.kubefate.plugin.fate16, A, --package",
        "fate, v1.6.0, eggroll, fate-1.6, org.example, 1A, --class",
        "fate, v1.6.0, eggroll, fate-1.6, org.example, a.A, --class",
        "fate, v1.6.0, eggroll, fate-1.6, org.example, Rules, --class"
    })
    void refusesWhatCannotBeBuilt(
            String chart,
            String version,
            String engine,
            String id,
            String packageName,
            String className,
            String option) {
        ReleaseKey release = new ReleaseKey(chart, version, engine);

        assertThatThrownBy(() ->
                        PluginProject.of(release, Optional.of(id), Optional.of(packageName), Optional.of(className)))
                .isInstanceOf(KubefateException.class)
                .hasMessageStartingWith(option + ": invalid value '")
                .hasMessageContaining("'; use ");
    }
}
