package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void theUsualModulesOfEachEngineFitTogether() {
        assertThat(problems(Clusters.onEggRoll(""))).isEmpty();
        assertThat(problems(Clusters.of("""
                        computing: Spark
                        federation: Pulsar
                        storage: HDFS
                        modules: [mysql, python, fateboard, client, spark, hdfs, nginx, pulsar]
                        """))).isEmpty();
        assertThat(problems(Clusters.of("""
                        computing: Spark_local
                        federation: RabbitMQ
                        storage: LocalFS
                        modules: [mysql, python, fateboard, client, nginx, rabbitmq]
                        """))).isEmpty();
    }

    @Test
    void anExchangeNeedsNothingElse() {
        assertThat(problems(Clusters.of("modules: [osx]\n"))).isEmpty();
    }

    @Test
    void noModuleDeploysNothing() {
        assertThat(problems(Clusters.of(""))).containsExactly("WARNING modules");
    }

    @Test
    void fateFlowOnEggRollNeedsItsManagersAndTheGateway() {
        assertThat(ModuleRules.check(Clusters.of("modules: [mysql, python]\n"), Clusters.GENERATION))
                .extracting(problem -> problem.message().replaceAll(",.*", ""))
                .containsExactly("python needs clustermanager", "python needs osx");
    }

    @Test
    void jobsOnSparkCanUseTheGateway() {
        assertThat(ModuleRules.check(Clusters.of("""
                        computing: Spark
                        storage: HDFS
                        modules: [mysql, python, spark, hdfs, nginx]
                        """), Clusters.GENERATION))
                .extracting(problem -> problem.message().replaceAll(",.*", ""))
                .containsExactly("python needs osx");
    }

    @Test
    void aModuleThatNoEngineUsesIsReported() {
        assertThat(problems(Clusters.onPulsar(""))).containsExactly("WARNING modules[8]");
        assertThat(problems(Clusters.of("""
                        modules: [osx, clustermanager, nodemanager, mysql, python, spark]
                        """))).containsExactly("WARNING modules[5]");
    }

    @Test
    void theGatewayBeforeExchangesReplacesTheUsualOne() {
        assertThat(problems(Clusters.of("modules: [lbrollsite, clustermanager, nodemanager, mysql, python]\n")))
                .isEmpty();
        assertThat(problems(Clusters.of("""
                        computing: Spark
                        federation: Pulsar
                        storage: HDFS
                        modules: [lbrollsite, mysql, python, spark, hdfs, nginx, pulsar]
                        """))).containsExactly("WARNING modules[0]");
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(ModuleRules.check(spec, Clusters.GENERATION));
    }
}
