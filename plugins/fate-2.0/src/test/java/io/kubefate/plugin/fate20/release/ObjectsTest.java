package io.kubefate.plugin.fate20.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the templates create, by what an operator asks for. */
class ObjectsTest {

    private static final String FIRST_CONTAINER = "spec/template/spec/containers/0/";

    @Test
    void aClusterOnEggRollHasEveryObject() {
        assertThat(onEggRoll("").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/eggroll-config",
                        "ConfigMap/python-config",
                        "ConfigMap/pulsar-route-table",
                        "ConfigMap/rabbitmq-route-table",
                        "ConfigMap/fateboard-config",
                        "ConfigMap/fluentd-config",
                        "ConfigMap/mysql-config",
                        "ConfigMap/osx-config",
                        "Deployment/osx",
                        "Deployment/clustermanager",
                        "Deployment/fateboard",
                        "StatefulSet/nodemanager",
                        "StatefulSet/mysql",
                        "StatefulSet/python",
                        "StatefulSet/client",
                        "Service/osx",
                        "Service/clustermanager",
                        "Service/nodemanager",
                        "Service/mysql",
                        "Service/fateflow",
                        "Service/fateflow-client",
                        "Service/fateboard",
                        "Service/notebook",
                        "Ingress/fateboard",
                        "Ingress/client");
    }

    @Test
    void anExchangeIsOsxAlone() {
        assertThat(render(Clusters.of("modules: [osx]\n")).names())
                .containsExactlyInAnyOrder("ConfigMap/osx-config", "Service/osx", "Deployment/osx");
    }

    @Test
    void anExchangeForwardsToThePartiesAndIsNone() {
        RenderedCluster objects = render(Clusters.of("""
                modules: [osx]
                osx:
                  partyList:
                    - {partyId: 9998, partyIp: 192.168.9.1, partyPort: 30091}
                    - {partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}
                """));

        assertThat(objects.file("osx-config", "route_table.json")).isEqualTo("""
                {
                  "route_table": {
                    "9998": {
                      "default": [{"ip": "192.168.9.1", "port": 30091}]
                    },
                    "10000": {
                      "default": [{"ip": "192.168.10.1", "port": 30101}]
                    }
                  },
                  "self_party": ["default"],
                  "permission": {
                    "default_allow": true
                  }
                }
                """);
        assertThat(objects.file("osx-config", "broker.properties")).contains("self.party=default\n");
    }

    @Test
    void anExchangeIsTheDefaultRoute() {
        assertThat(onEggRoll("osx: {exchange: {ip: 192.168.0.1, port: 30000}}\n")
                        .file("osx-config", "route_table.json"))
                .contains("\"default\": {\n      \"default\": [{\"ip\": \"192.168.0.1\", \"port\": 30000}]");
        assertThat(onEggRoll("").file("osx-config", "route_table.json")).doesNotContain("\"default\"");
    }

    @Test
    void otherPartiesConnectToTheGateway() {
        RenderedCluster plain = onEggRoll("osx: {type: NodePort, nodePort: 30091}\n");

        assertThat(plain.value("Service/osx", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/party-port", "9370"));
        assertThat(plain.value("Service/osx", "spec/ports/0/nodePort")).isEqualTo(30091);
    }

    @Test
    void withTlsOtherPartiesHaveAPortOfTheirOwn() {
        RenderedCluster objects = onEggRoll("""
                osx:
                  type: NodePort
                  nodePort: 30091
                  enableTLS: true
                  partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                """);

        assertThat(objects.value("Service/osx", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/party-port", "9883"));
        assertThat(objects.value("Service/osx", "spec/ports/0/nodePort")).isEqualTo("absent");
        assertThat(objects.value("Service/osx", "spec/ports/1/nodePort")).isEqualTo(30091);
        assertThat(objects.file("osx-config", "broker.properties"))
                .contains("open.grpc.tls.server=true\ngrpc.tls.port=9883\n")
                .contains("server.ca.file=/data/projects/fate/eggroll/conf/cert/ca.pem\n");
        assertThat(objects.file("osx-config", "route_table.json"))
                .contains("\"port\": 30101, \"useSSL\": true")
                .contains("\"fateflow\": [{\"ip\": \"fateflow\", \"port\": 9360}]");
    }

    @Test
    void aNewRouteDoesNotRestartTheGateway() {
        assertThat(onEggRoll("").value("Deployment/osx", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/live-volumes", "osx-confs"));
    }

    @ParameterizedTest
    @CsvSource({"NN, GPU, -nn-gpu", "ALL, GPU, -all-gpu", "Basic, IPCL, -ipcl", "Basic, CPU, ''"})
    void imagesThatComputeAreBuiltForAlgorithmAndDevice(String algorithm, String device, String suffix) {
        RenderedCluster objects = onEggRoll("algorithm: %s\ndevice: %s\n".formatted(algorithm, device));

        assertThat(objects.value("StatefulSet/python", FIRST_CONTAINER + "image"))
                .isEqualTo("federatedai/fateflow" + suffix + ":2.0.0-release");
        assertThat(objects.value("StatefulSet/nodemanager", "spec/template/spec/containers/1/image"))
                .isEqualTo("federatedai/eggroll" + suffix + ":2.0.0-release");
        assertThat(objects.value("Deployment/osx", FIRST_CONTAINER + "image"))
                .isEqualTo("federatedai/osx:2.0.0-release");
    }

    @ParameterizedTest
    @CsvSource({"registry.example.org/fate", "registry.example.org/fate/"})
    void aRegistryIsInFrontOfAllImages(String registry) {
        RenderedCluster objects = onEggRoll("registry: " + registry + "\n");

        assertThat(objects.value("Deployment/osx", FIRST_CONTAINER + "image"))
                .isEqualTo("registry.example.org/fate/federatedai/osx:2.0.0-release");
        assertThat(objects.value("StatefulSet/nodemanager", FIRST_CONTAINER + "image"))
                .isEqualTo("registry.example.org/fate/fluent-bit:2.1.4");
    }

    @Test
    void theDatabaseOfEggRollIsTheNamedOne() {
        RenderedCluster objects = onEggRoll("mysql: {database: meta}\n");

        assertThat(objects.file("mysql-config", "create-eggroll-meta-tables.sql"))
                .contains("USE `meta`;");
        assertThat(objects.file("eggroll-config", "eggroll.properties")).contains("jdbc:mysql://mysql:3306/meta?");
    }

    @Test
    void externalKeysOfTheDatabaseWinOneByOne() {
        RenderedCluster objects = onEggRoll("externalMysqlIp: 192.168.77.7\nmysql: {user: alice}\n");

        assertThat(objects.file("python-config", "service_conf.yaml"))
                .contains("host: \"192.168.77.7\"\n    port: 3306\n")
                .contains("user: \"alice\"\n");
    }

    @Test
    void eachPersistentPodHasAClaimOfItsOwn() {
        RenderedCluster objects = onEggRoll("persistence: true\nnodemanager: {size: 5Gi, storageClass: fast}\n");

        assertThat(objects.value("StatefulSet/nodemanager", "spec/volumeClaimTemplates/0/spec"))
                .isEqualTo(Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "resources", Map.of("requests", Map.of("storage", "5Gi")),
                        "storageClassName", "fast"));
        assertThat(objects.value("StatefulSet/mysql", "spec/volumeClaimTemplates/0/spec/storageClassName"))
                .isEqualTo("absent");
    }

    @Test
    void anExistingClaimIsMounted() {
        RenderedCluster objects = onEggRoll("persistence: true\nmysql: {existingClaim: kept}\n");

        assertThat(objects.value("StatefulSet/mysql", "spec/volumeClaimTemplates"))
                .isEqualTo("absent");
        assertThat(objects.value("StatefulSet/mysql", "spec/template/spec/volumes/1/persistentVolumeClaim/claimName"))
                .isEqualTo("kept");
    }

    @Test
    void requestsMergeWithTheDefaults() {
        assertThat(onEggRoll("nodemanager: {resources: {requests: {memory: 8Gi, nvidia.com/gpu: 1}}}\n")
                        .value("StatefulSet/nodemanager", "spec/template/spec/containers/1/resources"))
                .isEqualTo(Map.of("requests", Map.of("cpu", "4", "memory", "8Gi", "nvidia.com/gpu", "1")));
    }

    @Test
    void podsRunWhereTheirModuleSays() {
        RenderedCluster objects = onEggRoll("""
                osx:
                  nodeSelector: {disktype: ssd}
                  tolerations: [{key: edge, operator: Exists}]
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {fateMoudle: python}}}
                """);

        assertThat(objects.value("Deployment/osx", "spec/template/spec/nodeSelector"))
                .isEqualTo(Map.of("disktype", "ssd"));
        assertThat(objects.value("Deployment/osx", "spec/template/spec/tolerations/0/key"))
                .isEqualTo("edge");
        assertThat(
                        objects.value(
                                "Deployment/osx",
                                "spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey"))
                .isEqualTo("kubernetes.io/hostname");
        assertThat(objects.value("Deployment/clustermanager", "spec/template/spec/nodeSelector"))
                .isEqualTo("absent");
    }

    @Test
    void fateFlowReadsTheRoutesOfItsBroker() {
        assertThat(mounts(render(Clusters.onPulsar("")), "StatefulSet/python"))
                .contains("/data/projects/fate/fate_flow/conf/pulsar_route_table")
                .doesNotContain("/data/projects/fate/eggroll/conf/eggroll.properties");
        assertThat(mounts(render(Clusters.onRabbitMq("")), "StatefulSet/python"))
                .contains("/data/projects/fate/fate_flow/conf/rabbitmq_route_table");
        assertThat(mounts(onEggRoll(""), "StatefulSet/python"))
                .contains("/data/projects/fate/eggroll/conf/eggroll.properties")
                .noneMatch(path -> path.endsWith("_route_table"));
    }

    @Test
    void sparkRunsInThePodOfFateFlowIfItIsLocal() {
        RenderedCluster objects = render(Clusters.of("""
                modules: [python]
                computing: Spark_local
                federation: RabbitMQ
                storage: LocalFS
                """));

        assertThat(objects.file("python-config", "spark-defaults.conf")).startsWith("spark.master local[*]\n");
        assertThat(objects.file("python-config", "service_conf.yaml"))
                .contains("  computing: \"spark\"\n  federation: \"rabbitmq\"\n  storage: \"localfs\"\n");
    }

    @Test
    void anExternalSparkReachesTheDriverOnNodePorts() {
        RenderedCluster objects = render(Clusters.onPulsar("""
                python:
                  spark:
                    driverHost: 192.168.9.1
                    driverHostType: NodePort
                    portMaxRetries: 2
                    driverStartPort: 31000
                    blockManagerStartPort: 31100
                """));

        assertThat(objects.value("Service/fateflow-sparkdriver", "spec/ports"))
                .asString()
                .contains("nodePort=31000", "nodePort=31001", "nodePort=31100", "nodePort=31101")
                .doesNotContain("31002");
    }

    @Test
    void aPulsarWithAnExchangeAcceptsOnlyTls() {
        RenderedCluster objects = render(Clusters.onPulsar("pulsar: {exchange: {ip: 192.168.0.1, port: 30007}}\n"));

        assertThat(objects.file("pulsar-config", "standalone.conf"))
                .contains("\nbrokerServicePortTls=6651\n", "\ntlsEnabled=true\n")
                .doesNotContain("brokerServicePort=");
        assertThat(objects.file("pulsar-route-table", "pulsar_route_table.yaml"))
                .endsWith("default:\n  proxy: \"192.168.0.1:30007\"\n  domain: \"fate.org\"\n");
    }

    @Test
    void withoutAnExchangeNoDataGoesToUnknownParties() {
        assertThat(render(Clusters.onPulsar("")).file("pulsar-route-table", "pulsar_route_table.yaml"))
                .doesNotContain("default");
    }

    @Test
    void istioReplacesTheIngressesOfPages() {
        assertThat(onEggRoll("istio: {enabled: true}\n").names())
                .contains("Gateway/fate-9999-gateway", "VirtualService/fateboard", "VirtualService/notebook")
                .doesNotContain("Ingress/fateboard", "Ingress/client");
    }

    @Test
    void withAPodSecurityPolicyAllPodsHaveTheAccountOfTheCluster() {
        RenderedCluster objects = onEggRoll("podSecurityPolicy: {enabled: true}\n");

        assertThat(objects.names()).contains("ServiceAccount/fate-9999", "Role/fate-9999", "RoleBinding/fate-9999");
        assertThat(objects.value("Deployment/fateboard", "spec/template/spec/serviceAccountName"))
                .isEqualTo("fate-9999");
    }

    private static RenderedCluster onEggRoll(String yaml) {
        return render(Clusters.onEggRoll(yaml));
    }

    private static RenderedCluster render(ClusterSpec spec) {
        return RenderedCluster.of(new Fate200Distribution(), spec);
    }

    private static List<String> mounts(RenderedCluster objects, String workload) {
        return ((List<?>) objects.value(workload, FIRST_CONTAINER + "volumeMounts"))
                .stream()
                        .map(mount -> String.valueOf(((Map<?, ?>) mount).get("mountPath")))
                        .toList();
    }
}
