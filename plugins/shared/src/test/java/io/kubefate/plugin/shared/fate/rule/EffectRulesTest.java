package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectRulesTest {

    @Test
    void theMapOfAModuleThatIsOffIsReported() {
        assertThat(problems(Clusters.onEggRoll("nginx: {type: NodePort}\n"))).containsExactly("WARNING nginx");
        assertThat(problems(Clusters.onEggRoll("pulsar: {route_table: {10000: {host: 192.168.10.1}}}\n")))
                .isEmpty();
    }

    @Test
    void istioServesPages() {
        assertThat(problems(Clusters.of("modules: [osx]\nistio: {enabled: true}\n")))
                .containsExactly("WARNING istio.enabled");
        assertThat(problems(Clusters.onEggRoll("istio: {enabled: true}\n"))).isEmpty();
    }

    @Test
    void aPodSecurityPolicyIsCreatedByAnAdministrator() {
        assertThat(problems(Clusters.onEggRoll("podSecurityPolicy: {enabled: true}\n")))
                .containsExactly("WARNING podSecurityPolicy.enabled");
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(EffectRules.check(spec, Clusters.GENERATION));
    }
}
