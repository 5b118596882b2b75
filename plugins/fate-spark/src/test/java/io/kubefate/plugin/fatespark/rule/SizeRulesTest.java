package io.kubefate.plugin.fatespark.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeRulesTest {

    @Test
    void whoSetsNoSizesIsToldNothing() {
        assertThat(problems("")).isEmpty();
        assertThat(problems("spark: {type: NodePort}")).isEmpty();
    }

    @Test
    void fateFlowReckonsWithTheCoresThatTheWorkersHave() {
        assertThat(problems("""
                        python: {spark: {cores_per_node: 2, nodes: 2}}
                        spark: {worker: {cpu: 1500m, replicas: 3}}
                        """)).isEmpty();
    }

    @Test
    void fewerCoresAreTold() {
        assertThat(SizeRules.check(Clusters.onSpark("""
                        python: {spark: {nodes: 2}}
                        spark: {worker: {cpu: 1500m, replicas: 3}}
                        """))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("python.spark.nodes");
            assertThat(problem.message()).contains("40 cores").contains("4.5 (spark.worker.replicas 3 * cpu 1500m)");
        });
        assertThat(problems("spark: {worker: {replicas: 4}}")).containsExactly("WARNING spark.worker.replicas");
    }

    @Test
    void coresOfASparkOutsideAreNotKnown() {
        assertThat(problems("python: {spark: {master: 'spark://a:7077', nodes: 9}}"))
                .isEmpty();
        assertThat(SizeRules.check(Clusters.of("modules: [python]\npython: {spark: {nodes: 9}}")))
                .isEmpty();
    }

    @Test
    void amountsOfBytesAreUsuallyASlip() {
        assertThat(problems("spark: {master: {memory: 512m}, worker: {memory: 4, cpu: 20}}"))
                .contains("WARNING spark.master.memory", "WARNING spark.worker.memory");
    }

    @Test
    void sparkHasOneMasterAndSomeWorkers() {
        assertThat(SizeRules.check(Clusters.onSpark("spark: {master: {replicas: 2}, worker: {replicas: 0}}")))
                .extracting(Problem::path)
                .startsWith("spark.master.replicas", "spark.worker.replicas");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(SizeRules.check(Clusters.onSpark(yaml)));
    }
}
