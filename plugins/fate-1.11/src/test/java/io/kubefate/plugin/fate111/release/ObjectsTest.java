package io.kubefate.plugin.fate111.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.fate111.FateChart;
import io.kubefate.plugin.shared.fate.ClusterFiles;
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
    private static final String SECOND_CONTAINER = "spec/template/spec/containers/1/";

    @Test
    void anExchangeIsRollsiteAlone() {
        assertThat(second("modules: [rollsite]\n").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/eggroll-config",
                        "ConfigMap/rollsite-config",
                        "Service/rollsite",
                        "Deployment/rollsite");
    }

    @Test
    void theExchangeIsTheDefaultRoute() {
        assertThat(routes("rollsite: {exchange: {ip: 192.168.0.1, port: 30000}}\n"))
                .contains("\"default\": {\n      \"default\": [{\"ip\": \"192.168.0.1\", \"port\": 30000}]");
        assertThat(routes("")).contains("\"default\": {\n      \"default\": [{\"ip\": \"rollsite\", \"port\": 9370}]");
    }

    @Test
    void aPollingClientSendsItsRequestsToTheServer() {
        RenderedCluster objects = onEggRoll("""
                rollsite: {polling: {enabled: true, type: client, server: {ip: 192.168.0.1, port: 30000}}}
                """);

        assertThat(objects.file("rollsite-config", "route_table.json"))
                .contains("\"default\": [{\"ip\": \"192.168.0.1\", \"port\": 30000}]");
        assertThat(objects.file("eggroll-config", "eggroll.properties"))
                .contains("\neggroll.rollsite.polling.client.enabled=true\n");
    }

    @Test
    void aPollingServerKeepsTheRequestsOfItsClients() {
        RenderedCluster objects = onEggRoll("""
                rollsite: {polling: {enabled: true, type: server, concurrency: 20, clientList: [{partID: 10000}]}}
                """);

        assertThat(objects.file("rollsite-config", "route_table.json"))
                .contains("\"10000\": {\n      \"default\": [{\"ip\": \"\", \"port\": -1, \"is_polling\": true}]");
        assertThat(objects.file("eggroll-config", "eggroll.properties"))
                .contains("\neggroll.rollsite.polling.server.enabled=true\n")
                .contains("\neggroll.rollsite.polling.concurrency=20\n");
    }

    @Test
    void pollingThatIsOffChangesNothing() {
        assertThat(onEggRoll("rollsite: {polling: {type: server, clientList: [{partID: 10000}]}}\n")
                        .file("eggroll-config", "eggroll.properties"))
                .doesNotContain("polling");
    }

    @Test
    void withTlsOtherPartiesHaveAPortOfTheirOwn() {
        RenderedCluster objects = onEggRoll("""
                rollsite:
                  type: NodePort
                  nodePort: 30091
                  enableTLS: true
                  partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                """);

        assertThat(objects.value("Service/rollsite", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/party-port", "9380"));
        assertThat(objects.value("Service/rollsite", "spec/ports/0/nodePort")).isEqualTo("absent");
        assertThat(objects.value("Service/rollsite", "spec/ports/1/nodePort")).isEqualTo(30091);
        assertThat(objects.file("rollsite-config", "route_table.json"))
                .contains("\"port\": 30101, \"is_secure\": true")
                .contains("\"fateflow\": [{\"ip\": \"fateflow\", \"port\": 9360}]");
    }

    @Test
    void onlyRollsiteHasTheSettingsOfTls() {
        RenderedCluster objects = onEggRoll("rollsite: {enableTLS: true}\n");

        assertThat(objects.file("eggroll-config", "cert_configs"))
                .contains("eggroll.core.security.secure.cluster.enabled=true\n");
        assertThat(objects.file("eggroll-config", "eggroll.properties")).doesNotContain("security");
        assertThat(objects.value("Deployment/rollsite", FIRST_CONTAINER + "command/2"))
                .asString()
                .contains("\"$conf/cert_configs\" >\"$conf/eggroll.properties\"");
        assertThat(mounts(objects, "Deployment/clustermanager"))
                .containsExactly("/data/projects/fate/eggroll/conf/eggroll.properties");
    }

    @ParameterizedTest
    @CsvSource({
        "NN, GPU, -nn-gpu, -nn-gpu",
        "ALL, GPU, -gpu, -all-gpu",
        "Basic, IPCL, -ipcl, -ipcl",
        "Basic, CPU, '', ''"
    })
    void imagesThatComputeAreBuiltForAlgorithmAndDevice(String algorithm, String device, String first, String second) {
        String yaml = "algorithm: %s\ndevice: %s\n".formatted(algorithm, device);
        RenderedCluster objects = onEggRoll(yaml);

        assertThat(render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll(yaml))
                        .value("StatefulSet/python", FIRST_CONTAINER + "image"))
                .isEqualTo("federatedai/fateflow" + first + ":1.11.1-release");
        assertThat(objects.value("StatefulSet/python", FIRST_CONTAINER + "image"))
                .isEqualTo("federatedai/fateflow" + second + ":1.11.2-release");
        assertThat(objects.value("StatefulSet/nodemanager", SECOND_CONTAINER + "image"))
                .isEqualTo("federatedai/eggroll" + second + ":1.11.2-release");
    }

    @ParameterizedTest
    @CsvSource({"registry.example.org/fate", "registry.example.org/fate/"})
    void aRegistryReplacesTheProject(String registry) {
        RenderedCluster objects = onEggRoll("registry: " + registry + "\n");

        assertThat(objects.value("Deployment/rollsite", FIRST_CONTAINER + "image"))
                .isEqualTo("registry.example.org/fate/eggroll:1.11.2-release");
        assertThat(objects.value("StatefulSet/mysql", FIRST_CONTAINER + "image"))
                .isEqualTo("registry.example.org/fate/mysql:8.0.28");
        assertThat(objects.value("StatefulSet/nodemanager", FIRST_CONTAINER + "image"))
                .isEqualTo("registry.example.org/fate/fluent-bit:2.1.4");
    }

    @Test
    void theImagesOfSparkCanBeReplaced() {
        RenderedCluster objects = render(
                new Fate1112Distribution(),
                Clusters.SECOND.onSpark("Pulsar", "spark: {worker: {Image: own/worker}, master: {ImageTag: '3'}}\n"));

        assertThat(objects.value("Deployment/spark-worker", FIRST_CONTAINER + "image"))
                .isEqualTo("own/worker:1.11.2-release");
        assertThat(objects.value("Deployment/spark-master", FIRST_CONTAINER + "image"))
                .isEqualTo("federatedai/spark-master:3");
    }

    @Test
    void theFirstReleaseRegistersItsNodes() {
        assertThat(script(new Fate1111Distribution(), Clusters.FIRST))
                .contains("'nodemanager-2.nodemanager', '4671', 'NODE_MANAGER'")
                .doesNotContain("processor_resource", "processor_option");
    }

    @Test
    void addingANodeManagerRestartsNothing() {
        RenderedCluster objects =
                render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll("nodemanager: {replicas: 3}\n"));

        assertThat(objects.file("node-registration", "register-node-managers.sql"))
                .contains("USE `eggroll_meta`;", "SELECT 'nodemanager-2.nodemanager', 4671");
        assertThat(objects.value("Deployment/clustermanager", "metadata/annotations"))
                .isEqualTo(Map.of(
                        "kubefate.io/live-volumes", "registration", "kubefate.io/sidecars", "node-registration"));
    }

    @Test
    void theNodeManagersOfTheSecondReleaseRegisterThemselves() {
        assertThat(onEggRoll("").names()).doesNotContain("ConfigMap/node-registration");
    }

    @Test
    void theSecondReleaseKeepsTrackOfResources() {
        assertThat(script(new Fate1112Distribution(), Clusters.SECOND))
                .contains("CREATE TABLE IF NOT EXISTS processor_resource", "processor_option")
                .doesNotContain("INSERT");
    }

    @Test
    void theSecondReleaseRunsLanguageModels() {
        assertThat(mounts(onEggRoll(""), "StatefulSet/python")).contains("/data/projects/fate/llm");
        assertThat(mounts(render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll("")), "StatefulSet/python"))
                .doesNotContain("/data/projects/fate/llm");
    }

    @Test
    void theFirstReleaseNamesTheFoldersOfPythonModules() {
        String variables = FIRST_CONTAINER + "env";

        assertThat(render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll(""))
                        .value("StatefulSet/python", variables))
                .asString()
                .contains("name=PYTHONPATH, value=/data/projects/fate/fate/python:/data/projects/fate/eggroll/python:");
        assertThat(onEggRoll("").value("StatefulSet/python", variables))
                .asString()
                .doesNotContain("PYTHONPATH");
    }

    @Test
    void eachReleaseHasTheConfigurationOfItsLogSidecar() {
        assertThat(mounts(onEggRoll(""), "StatefulSet/nodemanager")).contains("/fluent-bit/etc/fluent-bit.conf");
        assertThat(mounts(render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll("")), "StatefulSet/nodemanager"))
                .contains("/fluentd/etc/fluent.conf");
    }

    @Test
    void fateFlowReadsItsSettings() {
        assertThat(onEggRoll("""
                        python:
                          dependent_distribution: true
                          hdfs: {path_prefix: /fate}
                          hive: {host: 192.168.9.1, port: 10000}
                          spark: {cores_per_node: 8}
                        """).file("python-config", "service_conf.yaml"))
                .contains("\ndependent_distribution: true\n")
                .contains("    path_prefix: \"/fate\"\n")
                .contains("  hive:\n    host: \"192.168.9.1\"\n    port: 10000\n    auth_mechanism:")
                .contains("    cores_per_node: 8\n    nodes: 2\n");
    }

    @Test
    void modelsAreStoredInTheDatabaseOfTheFirstRelease() {
        assertThat(render(new Fate1111Distribution(), Clusters.FIRST.onEggRoll("externalMysqlIp: 192.168.77.7\n"))
                        .file("python-config", "service_conf.yaml"))
                .contains("enable_model_store: true\nmodel_store_address:\n  storage: mysql\n")
                .contains("  host: \"192.168.77.7\"\n  port: 3306\n  user:");
        assertThat(onEggRoll("").file("python-config", "service_conf.yaml")).contains("enable_model_store: false\n");
    }

    @Test
    void nginxHasNoRouteToASampleAddress() {
        assertThat(render(new Fate1112Distribution(), Clusters.SECOND.onSpark("RabbitMQ", ""))
                        .file("nginx-config", "route_table.yaml"))
                .startsWith("default:\n  proxy:\n    - host: \"nginx\"\n      http_port: 9300\n");
    }

    private static String script(FateChart chart, ClusterFiles files) {
        return render(chart, files.onEggRoll("nodemanager: {replicas: 3}\n"))
                .file("mysql-config", "create-eggroll-meta-tables.sql");
    }

    private static String routes(String yaml) {
        return onEggRoll(yaml).file("rollsite-config", "route_table.json");
    }

    private static RenderedCluster onEggRoll(String yaml) {
        return render(new Fate1112Distribution(), Clusters.SECOND.onEggRoll(yaml));
    }

    private static RenderedCluster second(String yaml) {
        return render(new Fate1112Distribution(), Clusters.SECOND.of(yaml));
    }

    private static RenderedCluster render(FateChart chart, ClusterSpec spec) {
        return RenderedCluster.of(chart, spec);
    }

    private static List<String> mounts(RenderedCluster objects, String workload) {
        return ((List<?>) objects.value(workload, "spec/template/spec/containers"))
                .stream()
                        .flatMap(container -> ((List<?>) ((Map<?, ?>) container).get("volumeMounts")).stream())
                        .map(mount -> String.valueOf(((Map<?, ?>) mount).get("mountPath")))
                        .toList();
    }
}
