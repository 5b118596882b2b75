package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
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
    void settingsOfModulesThatAreOffAreTold() {
        assertThat(problems("""
                        spark: {type: NodePort, master: {replicas: 1}}
                        hdfs: {namenode: {type: ClusterIP}}
                        nginx: {nodePort: 30093, type: }
                        rabbitmq: {default_user: a}
                        """)).containsExactly("WARNING spark", "WARNING hdfs", "WARNING rabbitmq", "WARNING nginx");
        assertThat(Clusters.summary(EffectRules.check(Clusters.of("modules: [rollsite]\npython: {type: NodePort}"))))
                .containsExactly("WARNING python");
    }

    @Test
    void hdfsIsForItsClusterAlone() {
        assertThat(Clusters.summary(EffectRules.check(
                        Clusters.onSpark("hdfs: {namenode: {type: NodePort}, datanode: {nodeSelector: {a: b}}}"))))
                .containsExactly("WARNING hdfs.namenode.type");
    }

    @Test
    void theNotebookHasNoPodOfItsOwn() {
        assertThat(problems("client: {ip: a, nodeSelector: {a: b}}"))
                .containsExactly("WARNING client.ip", "WARNING client.nodeSelector");
    }

    @Test
    void istioLeadsToPagesOnly() {
        assertThat(Clusters.summary(EffectRules.check(Clusters.of("modules: [rollsite]\nistio: {enabled: true}"))))
                .containsExactly("WARNING istio.enabled");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(EffectRules.check(Clusters.whole(yaml)));
    }
}
