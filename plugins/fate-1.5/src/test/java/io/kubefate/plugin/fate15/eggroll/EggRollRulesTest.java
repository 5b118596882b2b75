package io.kubefate.plugin.fate15.eggroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class EggRollRulesTest {

    @Test
    void allModulesFitTogether() {
        assertThat(problems("modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]"))
                .isEmpty();
    }

    @Test
    void halfAnEngineIsDoubtful() {
        assertThat(problems("modules: [mysql, nodemanager]")).containsExactly("WARNING modules[1]");
        assertThat(problems("modules: [mysql, clustermanager]")).containsExactly("WARNING modules[1]");
        assertThat(problems("modules: [mysql, python]")).containsExactly("WARNING modules[1]", "WARNING modules[1]");
    }

    @Test
    void modulesOfSparkAreMadeAndTold() {
        assertThat(problems("modules: [rollsite, hdfs]")).containsExactly("WARNING modules[1]");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(EggRollRules.check(Clusters.of(yaml)));
    }
}
