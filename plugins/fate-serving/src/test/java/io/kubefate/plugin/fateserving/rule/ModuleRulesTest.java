package io.kubefate.plugin.fateserving.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void allModulesFitTogether() {
        assertThat(problems("modules: [servingProxy, servingServer, servingRedis]"))
                .isEmpty();
    }

    @Test
    void withoutModulesNothingRuns() {
        assertThat(problems("")).containsExactly("WARNING modules");
        assertThat(problems("modules: []")).containsExactly("WARNING modules");
    }

    @Test
    void theServerReachesOtherPartiesThroughTheProxy() {
        assertThat(problems("modules: [servingRedis, servingServer]")).containsExactly("WARNING modules[1]");
    }

    @Test
    void theProxyAloneIsAnExchangeAndBesideRedisHalfACluster() {
        assertThat(problems("modules: [servingProxy]")).isEmpty();
        assertThat(problems("modules: [servingRedis, servingProxy]"))
                .containsExactly("WARNING modules[1]", "WARNING modules[0]");
    }

    @Test
    void aModuleNeedsToBeListedOnce() {
        assertThat(problems("modules: [servingProxy, servingProxy]")).containsExactly("WARNING modules[1]");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(ModuleRules.check(Clusters.of(yaml)));
    }
}
