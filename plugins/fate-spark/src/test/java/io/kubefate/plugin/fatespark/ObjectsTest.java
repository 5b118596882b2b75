package io.kubefate.plugin.fatespark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.testing.RenderedCluster;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the templates make, by what an operator asks for. */
class ObjectsTest {

    private static final String POD = "spec/template/spec/";

    @Test
    void aWholeClusterHasEveryObject() {
        assertThat(whole("").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/eggroll-config",
                        "ConfigMap/python-config",
                        "ConfigMap/fateboard-config",
                        "ConfigMap/mysql-config",
                        "ConfigMap/namenode-config",
                        "ConfigMap/namenode-env",
                        "ConfigMap/datanode-env",
                        "ConfigMap/nginx-config",
                        "ConfigMap/rabbitmq-config",
                        "Deployment/mysql",
                        "Deployment/python",
                        "Deployment/spark-master",
                        "Deployment/spark-worker",
                        "Deployment/namenode",
                        "Deployment/datanode",
                        "Deployment/nginx",
                        "Deployment/rabbitmq",
                        "Service/mysql",
                        "Service/fateflow",
                        "Service/fateflow-client",
                        "Service/fateboard",
                        "Service/notebook",
                        "Service/spark-master",
                        "Service/spark-worker-1",
                        "Service/namenode",
                        "Service/datanode",
                        "Service/nginx",
                        "Service/rabbitmq",
                        "Ingress/fateboard",
                        "Ingress/client",
                        "Ingress/spark",
                        "Ingress/rabbitmq");
    }

    @Test
    void sparkWorkersFindTheirConfigurationWithoutPython() {
        assertThat(of("modules: [spark]").names()).contains("ConfigMap/python-config");
    }

    @Test
    void modulesOfEggrollAreMadeWhenTheyAreListed() {
        assertThat(of("modules: [rollsite, clustermanager, nodemanager]").names())
                .contains("Deployment/rollsite", "Deployment/clustermanager", "Deployment/nodemanager-0");
    }

    @Test
    void fateFlowComputesOnSparkAndReachesOthersThroughNginx() {
        RenderedCluster objects = whole("");

        assertThat(objects.value("Deployment/python", POD + "containers/0/image"))
                .isEqualTo("federatedai/python-spark:1.5.0-release");
        assertThat(Clusters.read(objects.file("python-config", "service_conf.yaml"))
                        .find("fateflow", "proxy"))
                .contains("nginx");
        assertThat(objects.file("python-config", "spark-defaults.conf"))
                .contains("spark.master spark://spark-master:7077\n");
    }

    @Test
    void theDatabaseHasNoTablesOfEggroll() {
        assertThat(whole("").value("ConfigMap/mysql-config", "data")).isEqualTo("absent");
    }

    @Test
    void theProxyKnowsItsOwnPartyAndTheOthers() {
        RenderedCluster objects = whole("""
                nginx:
                  route_table:
                    "10000":
                      proxy: [{host: 192.168.10.1, port: 30103}, {host: 192.168.10.2, port: "30103"}]
                      fateflow: [{host: party.example.org, port: 30102}]
                    888:
                      fateflow: [{host: a, port: 1}]
                """);

        assertThat(objects.file("nginx-config", "route_table.yaml")).isEqualTo("""
                default:
                  proxy:
                    - host: nginx
                      port: 9390
                9999:
                  proxy:
                    - host: nginx
                      port: 9390
                  fateflow:
                    - host: fateflow
                      port: 9360
                888:
                  fateflow:
                    - host: "a"
                      port: 1
                10000:
                  proxy:
                    - host: "192.168.10.1"
                      port: 30103
                    - host: "192.168.10.2"
                      port: 30103
                  fateflow:
                    - host: "party.example.org"
                      port: 30102
                """);
    }

    @Test
    void givenRoutesTakeThePlaceOfThoseThatAreMade() {
        RenderedCluster objects = whole("""
                nginx: {route_table: {default: {proxy: [{host: exchange, port: 1}]}, 9999: {fateflow: [{host: b, port: 2}]}}}
                rabbitmq: {route_table: {9999: {host: mq.example.org, port: 5672}}}
                """);

        assertThat(Clusters.read(objects.file("nginx-config", "route_table.yaml"))
                        .values())
                .isEqualTo(Map.of(
                        "default", Map.of("proxy", List.of(Map.of("host", "exchange", "port", 1L))),
                        "9999", Map.of("fateflow", List.of(Map.of("host", "b", "port", 2L)))));
        assertThat(objects.file("python-config", "rabbitmq_route_table.yaml"))
                .isEqualTo("9999: {\"host\":\"mq.example.org\",\"port\":5672}\n");
    }

    @Test
    void nodePortsStandAtTheServicesThatOtherPartiesReach() {
        RenderedCluster objects =
                whole("nginx: {type: NodePort, nodePort: 30093}\nrabbitmq: {type: LoadBalancer, nodePort: 30094}");

        assertThat(objects.value("Service/nginx", "spec/ports/0/nodePort")).isEqualTo(30093);
        assertThat(objects.value("Service/rabbitmq", "spec/type")).isEqualTo("LoadBalancer");
        assertThat(objects.value("Service/rabbitmq", "spec/ports/0/nodePort")).isEqualTo(30094);
        assertThat(objects.value("Service/rabbitmq", "spec/ports/1/nodePort")).isEqualTo("absent");
    }

    @Test
    void servicesOfSparkHaveAnAddressOnlyToBeReachedFromOutside() {
        assertThat(whole("").value("Service/spark-master", "spec/clusterIP")).isEqualTo("None");

        RenderedCluster outside = whole("spark: {type: NodePort}");
        assertThat(outside.value("Service/spark-master", "spec/type")).isEqualTo("NodePort");
        assertThat(outside.value("Service/spark-worker-1", "spec/type")).isEqualTo("NodePort");
        assertThat(outside.value("Service/spark-master", "spec/clusterIP")).isEqualTo("absent");
        assertThat(outside.value("Service/fateboard", "spec/type")).isEqualTo("ClusterIP");
    }

    @Test
    void masterAndWorkersHaveTheirOwnReplicasAndResources() {
        RenderedCluster objects =
                whole("spark: {master: {cpu: 100m, memory: 512Mi}, worker: {replicas: 3, cpu: 1500m, memory: 3Gi}}");

        assertThat(objects.value("Deployment/spark-master", POD + "containers/0/resources/requests"))
                .isEqualTo(Map.of("cpu", "100m", "memory", "512Mi"));
        assertThat(objects.value("Deployment/spark-worker", "spec/replicas")).isEqualTo(3);
        assertThat(objects.value("Deployment/spark-worker", POD + "containers/0/resources/requests"))
                .isEqualTo(Map.of("cpu", "1500m", "memory", "3Gi"));
    }

    @Test
    void nodeSelectorsReachThePodsThatTheyAreWrittenFor() {
        RenderedCluster objects = whole("""
                spark: {master: {nodeSelector: {a: m}}, worker: {nodeSelector: {a: w}}}
                hdfs: {namenode: {nodeSelector: {a: n}}}
                nginx: {nodeSelector: {a: x}}
                rabbitmq: {nodeSelector: {a: r}}
                """);

        Map.of("spark-master", "m", "spark-worker", "w", "namenode", "n", "nginx", "x", "rabbitmq", "r")
                .forEach((name, label) -> assertThat(objects.value("Deployment/" + name, POD + "nodeSelector"))
                        .isEqualTo(Map.of("a", label)));
        assertThat(objects.value("Deployment/datanode", POD + "nodeSelector")).isEqualTo("absent");
    }

    @Test
    void theBrokerHasTheAccountsThatAreGiven() {
        RenderedCluster objects = whole("rabbitmq: {default_user: alice, default_pass: 'a$b', password: 42}");

        assertThat(objects.value("Deployment/rabbitmq", POD + "containers/0/env"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith(
                        Map.of("name", "RABBITMQ_DEFAULT_USER", "value", "alice"),
                        Map.of("name", "RABBITMQ_DEFAULT_PASS", "value", "a$$b"),
                        Map.of("name", "RABBITMQ_USER", "value", "fate"),
                        Map.of("name", "RABBITMQ_PASSWORD", "value", "42"));
        assertThat(objects.file("python-config", "service_conf.yaml"))
                .contains("    user: \"alice\"\n    password: \"a$b\"\n");
    }

    @Test
    void registryPolicyAndLoginHoldForEveryPod() {
        RenderedCluster objects =
                whole("registry: example.org/fate\npullPolicy: Always\nimagePullSecrets: [{name: login}]");

        for (String name : objects.names().stream()
                .filter(name -> name.startsWith("Deployment/"))
                .toList()) {
            assertThat(objects.value(name, POD + "imagePullSecrets")).isEqualTo(List.of(Map.of("name", "login")));
            assertThat(objects.value(name, POD + "containers/0/imagePullPolicy"))
                    .isEqualTo("Always");
            assertThat(objects.value(name, POD + "containers/0/image"))
                    .asString()
                    .startsWith("example.org/fate/");
        }
        assertThat(objects.value("Deployment/python", POD + "initContainers/0/image"))
                .isEqualTo("example.org/fate/mysql:8");
    }

    @Test
    void pagesAreFoundAtTheGivenHosts() {
        RenderedCluster objects = whole("""
                ingressClassName: nginx
                ingress:
                  spark: {hosts: [{name: spark.example.com}, {name: spark.example.org}]}
                """);

        assertThat(objects.value("Ingress/spark", "spec/rules/0/host")).isEqualTo("spark.example.com");
        assertThat(objects.value("Ingress/spark", "spec/rules/1/host")).isEqualTo("spark.example.org");
        assertThat(objects.value("Ingress/spark", "spec/ingressClassName")).isEqualTo("nginx");
        assertThat(objects.value("Ingress/rabbitmq", "spec/rules/0/host")).isEqualTo("9999.rabbitmq.kubefate.net");
        assertThat(objects.value("Ingress/fateboard", "spec/ingressClassName")).isEqualTo("nginx");
    }

    @Test
    void servicesOutsideAreNamedToFateFlow() {
        String file = of("""
                        modules: [mysql, python]
                        python:
                          spark: {master: 'spark://spark.example.org:7077', home: /opt/spark, cores_per_node: 40, nodes: 8}
                          hdfs: {name_node: 'hdfs://hdfs.example.org:9000', path_prefix: /fate}
                          rabbitmq: {host: mq.example.org, mng_port: 25672, port: 35672, user: alice, password: secret}
                          nginx: {host: proxy.example.org, port: 19390}
                        """).file("python-config", "service_conf.yaml");

        assertThat(Clusters.read(file).find("fate_on_spark"))
                .contains(Map.of(
                        "spark", Map.of("home", "/opt/spark", "cores_per_node", 40L, "nodes", 8L),
                        "hdfs", Map.of("name_node", "hdfs://hdfs.example.org:9000", "path_prefix", "/fate"),
                        "rabbitmq",
                                Map.of(
                                        "host", "mq.example.org",
                                        "mng_port", 25672L,
                                        "port", 35672L,
                                        "user", "alice",
                                        "password", "secret",
                                        "route_table", ""),
                        "nginx", Map.of("host", "proxy.example.org", "port", 19390L)));
    }

    private static RenderedCluster whole(String yaml) {
        return RenderedCluster.of(new FateSparkDistribution(), Clusters.onSpark(yaml));
    }

    private static RenderedCluster of(String yaml) {
        return RenderedCluster.of(new FateSparkDistribution(), Clusters.of("backend: spark\n" + yaml));
    }
}
