package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeRulesTest {

    @Test
    void theDefaultsFitTogether() {
        assertThat(problems(Clusters.onEggRoll(""))).isEmpty();
        assertThat(problems(Clusters.onPulsar(""))).isEmpty();
    }

    @Test
    void aModuleWithoutPodsIsReported() {
        assertThat(problems(Clusters.onPulsar("spark: {worker: {replicas: 0}}\nhdfs: {datanode: {replicas: 0}}\n")))
                .containsExactly("WARNING spark.worker.replicas", "WARNING hdfs.datanode.replicas");
    }

    @Test
    void sparkWorksWithOneMaster() {
        assertThat(problems(Clusters.onPulsar("spark: {master: {replicas: 2}}\n")))
                .containsExactly("WARNING spark.master.replicas");
    }

    @Test
    void fateFlowKnowsTheNumberOfNodeManagers() {
        assertThat(problems(Clusters.onEggRoll("nodemanager: {replicas: 5}\n")))
                .containsExactly("WARNING python.clustermanager.nodes");
        assertThat(problems(Clusters.onEggRoll("""
                        nodemanager: {replicas: 5}
                        python: {clustermanager: {nodes: 5}}
                        """))).isEmpty();
    }

    @Test
    void fateFlowAssumesNoMoreCoresThanTheWorkersHave() {
        assertThat(problems(Clusters.onPulsar("python: {spark: {cores_per_node: 20, nodes: 2}}\n")))
                .containsExactly("WARNING python.spark.cores_per_node");
        assertThat(problems(Clusters.onPulsar("python: {spark: {cores_per_node: 4, nodes: 2}}\n")))
                .isEmpty();
    }

    @Test
    void kubernetesRefusesRequestsAboveTheLimits() {
        assertThat(problems(Clusters.onEggRoll("""
                        nodemanager: {resources: {limits: {cpu: 2}}}
                        osx: {resources: {requests: {memory: 8Gi}, limits: {memory: 2048Mi, cpu: 1}}}
                        """)))
                .containsExactly("ERROR osx.resources.limits.memory", "ERROR nodemanager.resources.limits.cpu");
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(SizeRules.check(spec, Clusters.GENERATION));
    }
}
