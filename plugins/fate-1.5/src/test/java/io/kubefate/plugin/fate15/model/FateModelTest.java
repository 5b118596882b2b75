package io.kubefate.plugin.fate15.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FateModelTest {

    @Test
    void thePartyIdIsAWholeNumberAndALabelIsText() {
        Map<String, Object> model = FateModel.of(
                Clusters.read("{name: a, namespace: a, chartName: fate, chartVersion: v1.5.0, partyId:"
                        + " 12345678901234567890}"),
                Engine.EGGROLL);

        assertThat(model).containsEntry("partyId", new BigInteger("12345678901234567890"));
        assertThat(find(model, "labels", "partyId")).isEqualTo("12345678901234567890");
    }

    @Test
    void imagesComeFromDockerHubUnlessARegistryIsGiven() {
        assertThat(new ClusterSpec(model("registry: ''")).map("images"))
                .containsEntry("eggroll", "federatedai/eggroll:1.5.0-release")
                .containsEntry("python", "federatedai/python:1.5.0-release")
                .containsEntry("client", "federatedai/client:1.5.0-release")
                .containsEntry("fateboard", "federatedai/fateboard:1.5.0-release")
                .containsEntry("mysql", "mysql:8");
    }

    @Test
    void aRegistryHoldsForMysqlToo() {
        Map<String, Object> model = model("registry: example.org:5000/fate");

        assertThat(find(model, "images", "eggroll")).isEqualTo("example.org:5000/fate/eggroll:1.5.0-release");
        assertThat(find(model, "images", "mysql")).isEqualTo("example.org:5000/fate/mysql:8");
    }

    @Test
    void withoutAMapMysqlKeepsItsDataInADirectoryOfItsName() {
        assertThat(find(model("persistence: true"), "mysql", "storage", "subPath"))
                .isEqualTo("mysql");
    }

    @Test
    void aMapOfMysqlHasNoDirectoryAndNoClassUnlessItNamesThem() {
        Map<String, Object> model = model("persistence: true\nmysql: {size: 10Gi}");

        assertThat(find(model, "mysql", "storage", "subPath")).isEqualTo("");
        assertThat(new ClusterSpec(model).map("mysql", "storage")).doesNotContainKey("storageClass");
        assertThat(find(model, "mysql", "database")).isEqualTo("eggroll_meta");
    }

    @Test
    void anExternalDatabaseIsNamedByTheMapOfMysql() {
        Map<String, Object> model =
                model("mysql: {ip: 192.168.77.7, port: '3307', database: d, user: u, password: 42}");

        assertThat(find(model, "mysql", "ip")).isEqualTo("192.168.77.7");
        assertThat(find(model, "mysql", "port")).isEqualTo(BigInteger.valueOf(3307));
        assertThat(find(model, "mysql", "password")).isEqualTo("42");
    }

    @Test
    void aNodePortIsLeftOutOfAServiceThatHasNone() {
        assertThat(new ClusterSpec(model("rollsite: {nodePort: 30091}")).map("rollsite"))
                .doesNotContainKey("nodePort");
        assertThat(find(model("rollsite: {type: LoadBalancer, nodePort: 30091}"), "rollsite", "nodePort"))
                .isEqualTo(BigInteger.valueOf(30091));
    }

    @Test
    void everyServiceIsInsideTheClusterUnlessATypeIsGiven() {
        Map<String, Object> model = model("python: {nodeSelector: {a: b}}");

        assertThat(List.of("rollsite", "python", "mysql", "fateboard", "client"))
                .allSatisfy(module -> assertThat(find(model, module, "type")).isEqualTo("ClusterIP"));
    }

    @Test
    void theDefaultRouteComesBackWithoutAnExchange() {
        assertThat(find(model(""), "rollsite", "defaultRoute"))
                .isEqualTo(Map.of("ip", "rollsite", "port", BigInteger.valueOf(9370)));
        assertThat(find(model("rollsite: {exchange: {ip: a, port: 30000}}"), "rollsite", "defaultRoute"))
                .isEqualTo(Map.of("ip", "a", "port", BigInteger.valueOf(30000)));
    }

    @Test
    void sparkIsLocalWhenItsMapNamesNoMaster() {
        assertThat(find(model(""), "python", "spark", "master")).isEqualTo("spark://spark-master:7077");
        assertThat(find(model("python: {spark: {nodes: 3}}"), "python", "spark", "master"))
                .isEqualTo("local[4]");
    }

    @Test
    void theServingAddressJoinsWhatIsGiven() {
        assertThat(model("").get("serving")).isEqualTo(Map.of("given", false, "address", ":"));
        assertThat(model("servingIp: a\nservingPort: 1").get("serving"))
                .isEqualTo(Map.of("given", true, "address", "a:1"));
    }

    @Test
    void aRegistryHoldsForEveryImageOfASparkClusterButAChosenOne() {
        Map<String, Object> model = sparkModel("""
            registry: example.org/fate
            spark: {worker: {Image: other/worker, ImageTag: "2"}, master: {Image: ""}}
            """);

        assertThat(new ClusterSpec(model).map("images"))
                .containsEntry("python", "example.org/fate/python-spark:1.5.0-release")
                .containsEntry("sparkMaster", "example.org/fate/spark-master:1.5.0-release")
                .containsEntry("sparkWorker", "other/worker:2")
                .containsEntry("namenode", "example.org/fate/hadoop-namenode:2.0.0-hadoop2.7.4-java8")
                .containsEntry("datanode", "example.org/fate/hadoop-datanode:2.0.0-hadoop2.7.4-java8")
                .containsEntry("nginx", "example.org/fate/nginx:1.17")
                .containsEntry("rabbitmq", "example.org/fate/rabbitmq:3.8.3-management");
    }

    @Test
    void thereAreTwoWorkersUnlessTheirMapSaysOtherwise() {
        assertThat(workers("")).isEqualTo(BigInteger.TWO);
        assertThat(workers("spark: {master: {replicas: 1}}")).isEqualTo(BigInteger.TWO);
        assertThat(workers("spark: {worker: {cpu: 1}}")).isEqualTo(BigInteger.ONE);
        assertThat(workers("spark: {worker: {replicas: '5'}}")).isEqualTo(BigInteger.valueOf(5));
    }

    @Test
    void masterAndWorkersEachAskForTheirOwnResources() {
        Map<String, Object> model = sparkModel("spark: {master: {cpu: 100m}, worker: {memory: 3Gi, cpu: 1.5}}");

        assertThat(find(model, "spark", "master", "requests")).isEqualTo(Map.of("cpu", "100m", "memory", "512Mi"));
        assertThat(find(model, "spark", "worker", "requests")).isEqualTo(Map.of("cpu", "1.5", "memory", "3Gi"));
    }

    @Test
    void masterAndWorkersHaveTheCommonTypeUnlessTheyHaveTheirOwn() {
        Map<String, Object> model = sparkModel("spark: {type: NodePort, worker: {type: ClusterIP}}");

        assertThat(find(model, "spark", "master", "type")).isEqualTo("NodePort");
        assertThat(find(model, "spark", "worker", "type")).isEqualTo("ClusterIP");
    }

    @Test
    void theDeployedSparkIsUsedUnlessAnotherIsNamed() {
        assertThat(find(sparkModel("python: {spark: {nodes: 3}}"), "python", "spark", "master"))
                .isEqualTo("spark://spark-master:7077");
        assertThat(find(sparkModel("python: {spark: {master: 'spark://a:7077'}}"), "python", "spark", "master"))
                .isEqualTo("spark://a:7077");
    }

    @Test
    void fateFlowLogsInToTheDeployedBrokerWithAnAccountThatItHas() {
        Map<String, Object> model = sparkModel("rabbitmq: {default_user: alice, default_pass: secret}");

        assertThat(find(model, "rabbitmq", "default_user")).isEqualTo("alice");
        assertThat(find(model, "rabbitmq", "user")).isEqualTo("fate");
        assertThat(find(model, "python", "rabbitmq", "user")).isEqualTo("alice");
        assertThat(find(model, "python", "rabbitmq", "password")).isEqualTo("secret");
    }

    @Test
    void aPartOfAMapLeavesTheRestAtItsDefaults() {
        Map<String, Object> model =
                sparkModel("python: {rabbitmq: {port: 1}, nginx: {host: a}, hdfs: {path_prefix: /b}}");

        assertThat(find(model, "python", "rabbitmq", "host")).isEqualTo("rabbitmq");
        assertThat(find(model, "python", "rabbitmq", "mng_port")).isEqualTo(BigInteger.valueOf(15672));
        assertThat(find(model, "python", "nginx", "port")).isEqualTo(BigInteger.valueOf(9390));
        assertThat(find(model, "python", "hdfs", "name_node")).isEqualTo("hdfs://namenode:9000");
    }

    private static Object workers(String yaml) {
        return find(sparkModel(yaml), "spark", "worker", "replicas");
    }

    private static Map<String, Object> sparkModel(String yaml) {
        return FateModel.of(Clusters.onSpark(yaml), Engine.SPARK);
    }

    private static Map<String, Object> model(String yaml) {
        return FateModel.of(Clusters.whole(yaml), Engine.EGGROLL);
    }

    private static Object find(Map<String, Object> model, String... keys) {
        return new ClusterSpec(model).find(keys).orElseThrow();
    }
}
