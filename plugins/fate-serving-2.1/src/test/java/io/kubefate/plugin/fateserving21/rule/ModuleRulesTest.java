package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void allModulesFitTogether() {
        assertThat(problems("modules: [servingProxy, servingServer, servingRedis, servingZookeeper, servingAdmin]"))
                .isEmpty();
    }

    @Test
    void withoutModulesNothingRuns() {
        assertThat(problems("modules: []")).containsExactly("WARNING modules");
    }

    @Test
    void theServerReachesOtherPartiesThroughTheProxy() {
        assertThat(problems("modules: [servingRedis, servingServer]")).containsExactly("WARNING modules[1]");
    }

    @Test
    void theConsoleFindsTheOthersInZooKeeper() {
        assertThat(problems("modules: [servingProxy, servingServer, servingAdmin]"))
                .containsExactly("WARNING modules[2]");
    }

    @Test
    void theProxyIsAnExchangeAloneOrWithItsConsole() {
        assertThat(problems("modules: [servingProxy]")).isEmpty();
        assertThat(problems("modules: [servingProxy, servingZookeeper, servingAdmin]"))
                .isEmpty();
        assertThat(problems("modules: [servingRedis, servingProxy]"))
                .containsExactly("WARNING modules[0]", "WARNING modules[1]");
    }

    @Test
    void aModuleNeedsToBeListedOnce() {
        assertThat(problems("modules: [servingProxy, servingProxy]")).containsExactly("WARNING modules[1]");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(ModuleRules.check(Clusters.of(yaml)));
    }
}
