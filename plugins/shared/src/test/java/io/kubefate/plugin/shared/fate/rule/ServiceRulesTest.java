package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    @Test
    void deployedServicesAreUsed() {
        assertThat(problems(Clusters.onPulsar(""))).isEmpty();
        assertThat(problems(Clusters.onRabbitMq("python: {hdfs: {name_node: 'hdfs://namenode.party:9000'}}\n")))
                .isEmpty();
    }

    @Test
    void externalServicesAreNotDeployed() {
        assertThat(problems(Clusters.of("""
                        computing: Spark
                        federation: Pulsar
                        storage: HDFS
                        modules: [mysql, python, nginx]
                        python:
                          spark: {master: 'spark://spark.example.org:7077'}
                          hdfs: {name_node: 'hdfs://namenode.example.org:9000'}
                          pulsar: {host: pulsar.example.org}
                        """))).isEmpty();
    }

    @Test
    void aServiceThatIsNeitherDeployedNorExternalIsReported() {
        assertThat(ServiceRules.check(Clusters.of("""
                        computing: Spark
                        federation: RabbitMQ
                        storage: HDFS
                        modules: [python]
                        """)))
                .extracting(problem -> problem.message().replaceAll(" .*", ""))
                .containsExactly("spark", "hdfs", "rabbitmq", "nginx");
    }

    @Test
    void aDeployedServiceThatIsReplacedByAnExternalOneIsReported() {
        assertThat(problems(Clusters.onPulsar("python: {pulsar: {host: pulsar.example.org}}\n")))
                .containsExactly("WARNING python.pulsar.host");
    }

    @Test
    void jobsOnEggRollUseNoneOfThem() {
        assertThat(problems(Clusters.onEggRoll(""))).isEmpty();
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(ServiceRules.check(spec));
    }
}
