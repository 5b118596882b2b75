package io.kubefate.plugin.fateserving.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectRulesTest {

    private static final String SERVER = "modules: [servingServer]\n";

    @Test
    void everySettingOfAWholeClusterHasAnEffect() {
        assertThat(EffectRules.check(Clusters.whole("""
                        istio: {enabled: true}
                        servingProxy: {type: NodePort}
                        servingServer: {type: NodePort}
                        servingRedis: {password: a}
                        externalRedisDatabase: 0
                        """))).isEmpty();
    }

    @Test
    void anotherDatabaseThanTheFirstCannotBeChosen() {
        assertThat(problems("externalRedisDatabase: 1")).containsExactly("WARNING externalRedisDatabase");
    }

    @Test
    void settingsOfAModuleThatIsOffAreTold() {
        assertThat(problems(SERVER + "servingProxy: {nodePort: 30096}")).containsExactly("WARNING servingProxy");
    }

    @Test
    void thePasswordOfRedisCountsForOneOutsideToo() {
        assertThat(problems(SERVER + "servingRedis: {password: a}")).isEmpty();
        assertThat(problems(SERVER + "servingRedis: {size: 1Gi}")).containsExactly("WARNING servingRedis");
    }

    @Test
    void istioLeadsToTheProxyOnly() {
        assertThat(problems(SERVER + "istio: {enabled: true}")).containsExactly("WARNING istio.enabled");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(EffectRules.check(Clusters.of(yaml)));
    }
}
