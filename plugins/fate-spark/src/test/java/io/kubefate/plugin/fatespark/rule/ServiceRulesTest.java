package io.kubefate.plugin.fatespark.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    @Test
    void eachServiceIsDeployedOrNamed() {
        assertThat(ServiceRules.check(Clusters.onSpark(""))).isEmpty();
        assertThat(problems("""
                        modules: [mysql, python]
                        python:
                          spark: {master: 'spark://10.0.0.1:7077'}
                          hdfs: {name_node: 'hdfs://10.0.0.2:9000'}
                          rabbitmq: {host: 10.0.0.3}
                          nginx: {host: 10.0.0.4}
                        """)).isEmpty();
    }

    @Test
    void theModulesAddressMayBeWrittenOut() {
        assertThat(ServiceRules.check(Clusters.onSpark("""
                        python:
                          spark: {master: 'spark://spark-master.party.svc.cluster.local:7077'}
                          hdfs: {name_node: 'hdfs://namenode:9000'}
                          rabbitmq: {host: rabbitmq}
                        """))).isEmpty();
    }

    @Test
    void whatIsNeitherDeployedNorNamedIsTold() {
        assertThat(ServiceRules.check(Clusters.of("modules: [mysql, python, spark]")))
                .extracting(Problem::message)
                .satisfiesExactly(
                        hdfs -> assertThat(hdfs).contains("add hdfs to modules, or set python.hdfs.name_node"),
                        rabbitmq ->
                                assertThat(rabbitmq).contains("add rabbitmq to modules, or set python.rabbitmq.host"),
                        nginx -> assertThat(nginx).contains("add nginx to modules, or set python.nginx.host"));
    }

    @Test
    void whatIsDeployedAndNotUsedIsTold() {
        assertThat(Clusters.summary(ServiceRules.check(Clusters.onSpark("""
                        python:
                          spark: {master: 'local[4]'}
                          nginx: {host: nginx.example.org}
                        """))))
                .containsExactly("WARNING python.spark.master", "WARNING python.nginx.host");
    }

    @Test
    void withoutFateFlowNobodyNeedsThem() {
        assertThat(problems("modules: [spark]")).isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(ServiceRules.check(Clusters.of(yaml)));
    }
}
