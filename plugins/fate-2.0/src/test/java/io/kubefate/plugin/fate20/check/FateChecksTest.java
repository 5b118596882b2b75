package io.kubefate.plugin.fate20.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.plugin.fate20.release.Fate200Distribution;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FateChecksTest {

    @Test
    void aPartyOnEggRollIsTriedBetweenItsModules() {
        assertThat(names(Clusters.onEggRoll("")))
                .containsExactly(
                        "fateflow reaches mysql:3306",
                        "clustermanager reaches mysql:3306",
                        "nodemanager reaches clustermanager:4670",
                        "client reaches fateflow:9380",
                        "fateboard reaches fateflow:9380",
                        "osx reaches fateflow:9360",
                        "fateflow reaches clustermanager:4670",
                        "fateflow reaches osx:9370",
                        "FATE's toy test of this party alone");
    }

    @Test
    void aPartyOnSparkIsTriedBetweenTheModulesThatJobsUse() {
        assertThat(names(Clusters.onPulsar("")))
                .containsExactly(
                        "fateflow reaches mysql:3306",
                        "spark-worker reaches spark-master:7077",
                        "datanode reaches namenode:9000",
                        "client reaches fateflow:9380",
                        "fateboard reaches fateflow:9380",
                        "nginx reaches fateflow:9380",
                        "nginx reaches fateflow:9360",
                        "fateflow reaches spark-master:7077",
                        "fateflow reaches namenode:9000",
                        "fateflow reaches nginx:9300",
                        "fateflow reaches nginx:9310",
                        "fateflow reaches pulsar:6650",
                        "fateflow reaches pulsar:8080",
                        "FATE's toy test of this party alone");
    }

    @Test
    void externalServicesAreTriedToo() {
        assertThat(names(Clusters.of("""
                        modules: [python]
                        computing: Spark
                        federation: RabbitMQ
                        storage: HDFS
                        externalMysqlIp: 192.168.77.7
                        python:
                          spark: {master: 'spark://spark.example.org'}
                          hdfs: {name_node: 'hdfs://namenode.example.org:8020'}
                          rabbitmq: {host: rabbit.example.org}
                          nginx: {host: nginx.example.org}
                        """)))
                .containsExactly(
                        "fateflow reaches 192.168.77.7:3306",
                        "fateflow reaches spark.example.org:7077",
                        "fateflow reaches namenode.example.org:8020",
                        "fateflow reaches nginx.example.org:9300",
                        "fateflow reaches nginx.example.org:9310",
                        "fateflow reaches rabbit.example.org:5672",
                        "fateflow reaches rabbit.example.org:15672",
                        "FATE's toy test of this party alone");
    }

    @Test
    void addressesThatAreNotOneHostAreNotTried() {
        assertThat(names(Clusters.of("""
                        modules: [spark, python]
                        computing: Spark
                        storage: HDFS
                        federation: OSX
                        python:
                          spark: {master: 'spark://a:7077,b:7077'}
                          hdfs: {name_node: 'hdfs://fate-cluster:99999'}
                        """)))
                .noneMatch(name -> name.contains("reaches a") || name.contains("fate-cluster"));
    }

    @Test
    void theOtherPartiesAreTriedFromTheGateways() {
        assertThat(names(Clusters.of("""
                        modules: [osx, nginx, pulsar, rabbitmq]
                        osx:
                          exchange: {ip: 10.0.0.9, port: 30000}
                          partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                        nginx:
                          exchange: {ip: 10.0.0.9, httpPort: 30003, grpcPort: 30008}
                          route_table: {10000: {proxy: [{host: 192.168.10.1, http_port: 30103, grpc_port: 30108}]}}
                        pulsar:
                          route_table:
                            9999: {host: pulsar.example.org}
                            10000: {host: 192.168.10.1, port: 30104}
                            10001: {host: pulsar.party.example.org, proxy: 'proxy.example.org:443'}
                        rabbitmq: {route_table: {10000: {host: 192.168.10.1, port: 30105}}}
                        """)))
                .containsExactly(
                        "osx reaches the exchange at 10.0.0.9:30000",
                        "osx reaches party 10000 at 192.168.10.1:30101",
                        "nginx reaches the exchange at 10.0.0.9:30003",
                        "nginx reaches the exchange at 10.0.0.9:30008",
                        "nginx reaches party 10000 at 192.168.10.1:30103",
                        "nginx reaches party 10000 at 192.168.10.1:30108",
                        "pulsar reaches party 10000 at 192.168.10.1:30104",
                        "rabbitmq reaches party 10000 at 192.168.10.1:30105");
    }

    @Test
    void theToyTestIsAJobOfTheParty() {
        List<ClusterCheck> checks = new Fate200Distribution().checks(Clusters.onEggRoll(""));

        assertThat(checks.get(checks.size() - 1)).satisfies(toy -> {
            assertThat(toy.module()).isEqualTo("python");
            assertThat(toy.container()).isEqualTo("fateflow");
            assertThat(toy.command()).endsWith("bash", "9999", "240");
        });
    }

    private static List<String> names(ClusterSpec spec) {
        return new Fate200Distribution()
                .checks(spec).stream().map(ClusterCheck::name).toList();
    }
}
