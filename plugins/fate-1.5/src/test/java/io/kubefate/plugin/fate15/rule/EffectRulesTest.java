package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectRulesTest {

    @Test
    void everySettingOfAWholeClusterHasAnEffect() {
        assertThat(problems("""
                        istio: {enabled: true}
                        python: {spark: {nodes: 3}}
                        client: {type: NodePort}
                        rabbitmq: {route_table: {10000: {host: a, port: 1}}}
                        """)).isEmpty();
    }

    @Test
    void settingsOfSparkAreTold() {
        assertThat(problems("""
                        spark: {type: NodePort, master: {replicas: 1}}
                        hdfs: {namenode: {type: ClusterIP}}
                        nginx: {nodePort: 30093, type: }
                        rabbitmq: {default_user: a}
                        """))
                .containsExactly(
                        "WARNING spark.type",
                        "WARNING spark.master",
                        "WARNING hdfs.namenode",
                        "WARNING nginx.nodePort",
                        "WARNING rabbitmq.default_user");
    }

    @Test
    void theNotebookHasNoPodOfItsOwn() {
        assertThat(problems("client: {ip: a, nodeSelector: {a: b}}"))
                .containsExactly("WARNING client.ip", "WARNING client.nodeSelector");
    }

    @Test
    void settingsOfAModuleThatIsOffAreTold() {
        assertThat(EffectRules.check(Clusters.of("modules: [rollsite]\npython: {type: NodePort}")))
                .extracting(EffectRulesTest::text)
                .containsExactly("WARNING python");
    }

    @Test
    void istioLeadsToPagesOnly() {
        assertThat(EffectRules.check(Clusters.of("modules: [rollsite]\nistio: {enabled: true}")))
                .extracting(EffectRulesTest::text)
                .containsExactly("WARNING istio.enabled");
    }

    private static List<String> problems(String yaml) {
        return EffectRules.check(Clusters.whole(yaml)).stream()
                .map(EffectRulesTest::text)
                .toList();
    }

    private static String text(Problem problem) {
        return problem.severity() + " " + problem.path();
    }
}
