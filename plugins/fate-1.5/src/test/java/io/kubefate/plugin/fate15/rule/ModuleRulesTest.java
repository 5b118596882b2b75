package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void allModulesFitTogether() {
        assertThat(problems("modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]"))
                .isEmpty();
    }

    @Test
    void anExchangeNeedsNothingElse() {
        assertThat(problems("modules: [rollsite]")).isEmpty();
    }

    @Test
    void withoutModulesNothingRuns() {
        assertThat(problems("")).containsExactly("WARNING modules");
        assertThat(problems("modules: []")).containsExactly("WARNING modules");
    }

    @Test
    void whatLivesInThePodOfPythonNeedsPython() {
        assertThat(problems("modules: [rollsite, fateboard, client]"))
                .containsExactly("WARNING modules[1]", "WARNING modules[2]");
    }

    @Test
    void aModuleNeedsToBeListedOnce() {
        assertThat(problems("modules: [rollsite, rollsite]")).containsExactly("WARNING modules[1]");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(ModuleRules.check(Clusters.of(yaml)));
    }
}
