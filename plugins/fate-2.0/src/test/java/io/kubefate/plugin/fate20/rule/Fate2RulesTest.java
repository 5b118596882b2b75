package io.kubefate.plugin.fate20.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class Fate2RulesTest {

    @Test
    void keysOfEarlierReleasesAreReported() {
        assertThat(problems(Clusters.onEggRoll("""
                        osx: {polling: {enabled: true, type: client}}
                        python:
                          dependent_distribution: true
                          failedTaskAutoRetryTimes: 2
                          hive: {host: hive.example.org}
                        """)))
                .containsExactly(
                        "WARNING osx.polling",
                        "WARNING python.dependent_distribution",
                        "WARNING python.failedTaskAutoRetryTimes",
                        "WARNING python.hive");
    }

    @Test
    void keysOfEarlierReleasesThatAreOffAreNot() {
        assertThat(problems(Clusters.onEggRoll("python: {dependent_distribution: false}\n")))
                .isEmpty();
    }

    @Test
    void theGatewayOfFate1DoesNotStart() {
        assertThat(Fate2Rules.check(Clusters.of("modules: [lbrollsite]\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("replace it by osx"));
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(Fate2Rules.check(spec));
    }
}
