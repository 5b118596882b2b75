package io.kubefate.plugin.fate15.eggroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.testing.RenderedCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the templates make, by what an operator asks for. */
class ObjectsTest {

    private static final String NODE_MANAGER = "spec/template/spec/containers/0/volumeMounts/2/";

    @Test
    void aWholeClusterHasEveryObject() {
        assertThat(whole("").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/eggroll-config",
                        "ConfigMap/python-config",
                        "ConfigMap/fateboard-config",
                        "ConfigMap/rollsite-config",
                        "ConfigMap/mysql-config",
                        "ConfigMap/node-registration",
                        "ConfigMap/nodemanager-0-config",
                        "ConfigMap/nodemanager-1-config",
                        "Deployment/rollsite",
                        "Deployment/clustermanager",
                        "Deployment/nodemanager-0",
                        "Deployment/nodemanager-1",
                        "Deployment/mysql",
                        "Deployment/python",
                        "Service/rollsite",
                        "Service/clustermanager",
                        "Service/nodemanager-0",
                        "Service/nodemanager-1",
                        "Service/mysql",
                        "Service/fateflow",
                        "Service/fateflow-client",
                        "Service/fateboard",
                        "Service/notebook",
                        "Ingress/fateboard",
                        "Ingress/client");
    }

    @Test
    void withoutModulesOnlyTheSharedConfigurationIsLeft() {
        assertThat(RenderedCluster.of(new Fate15Distribution(), Clusters.of("")).names())
                .containsExactly("ConfigMap/eggroll-config");
    }

    @Test
    void anExchangeIsRollsiteAlone() {
        assertThat(RenderedCluster.of(new Fate15Distribution(), Clusters.of("modules: [rollsite]"))
                        .names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/eggroll-config",
                        "ConfigMap/rollsite-config",
                        "Deployment/rollsite",
                        "Service/rollsite");
    }

    @Test
    void nodeManagersFindTheirConfigurationWithoutPython() {
        assertThat(RenderedCluster.of(new Fate15Distribution(), Clusters.of("modules: [nodemanager]"))
                        .names())
                .contains("ConfigMap/python-config");
    }

    @Test
    void nodeManagersKnowTheDatabase() {
        RenderedCluster objects = whole("mysql: {ip: 10.0.0.1, port: 3307, database: meta, user: u, password: p}");

        assertThat(objects.file("nodemanager-0-config", "eggroll.properties"))
                .contains("jdbc.url=jdbc:mysql://10.0.0.1:3307/meta?")
                .contains("jdbc.username=u\n")
                .contains("jdbc.password=p\n");
    }

    @Test
    void aPasswordWithDollarSignsReachesTheDatabaseAsItIsWritten() {
        RenderedCluster objects = whole("mysql: {password: 'a$$b$(user)'}");

        assertThat(objects.value("Deployment/mysql", "spec/template/spec/containers/0/env/3/value"))
                .isEqualTo("a$$$$b$$(user)");
        assertThat(objects.file("eggroll-config", "eggroll.properties")).contains("jdbc.password=a$$b$(user)\n");
    }

    @Test
    void aPartyIdKeepsItsDigits() {
        RenderedCluster objects = RenderedCluster.of(new Fate15Distribution(), Clusters.read("""
            {name: a, namespace: a, chartName: fate, chartVersion: v1.5.0, partyId: 10000000,
             modules: [rollsite, python, client]}
            """));

        assertThat(objects.value("Ingress/client", "spec/rules/0/host")).isEqualTo("10000000.notebook.kubefate.net");
        assertThat(objects.value("Deployment/rollsite", "metadata/labels/partyId"))
                .isEqualTo("10000000");
        assertThat(objects.file("rollsite-config", "route_table.json")).contains("\"10000000\": {");
        assertThat(objects.file("python-config", "rabbitmq_route_table.yaml")).startsWith("10000000:\n");
    }

    @Test
    void routesLeadToTheExchangeAndToTheParties() {
        String table = whole("""
            rollsite:
              exchange: {ip: 192.168.0.1, port: 30000}
              partyList: [{partyId: "10000", partyIp: party.example.org, partyPort: "30101"}]
            """).file("rollsite-config", "route_table.json");

        assertThat(Clusters.read(table).find("route_table"))
                .contains(Map.of(
                        "default", Map.of("default", List.of(Map.of("ip", "192.168.0.1", "port", 30000L))),
                        "10000", Map.of("default", List.of(Map.of("ip", "party.example.org", "port", 30101L))),
                        "9999",
                                Map.of(
                                        "fateflow", List.of(Map.of("ip", "fateflow", "port", 9360L)),
                                        "default", List.of(Map.of("ip", "rollsite", "port", 9370L)))));
    }

    @Test
    void persistentDataAreInClaims() {
        RenderedCluster objects = whole("persistence: true\nnodemanager: {count: 1, storageClass: '-', size: 2Gi}");

        assertThat(objects.names()).contains("PersistentVolumeClaim/mysql-data");
        assertThat(objects.value("PersistentVolumeClaim/nodemanager-0-data", "spec"))
                .isEqualTo(Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "resources", Map.of("requests", Map.of("storage", "2Gi")),
                        "storageClassName", ""));
        assertThat(objects.value(
                        "Deployment/nodemanager-0", "spec/template/spec/volumes/2/persistentVolumeClaim/claimName"))
                .isEqualTo("nodemanager-0-data");
        assertThat(objects.value("Deployment/nodemanager-0", NODE_MANAGER + "subPath"))
                .isEqualTo("nodemanager-0");
    }

    @Test
    void anExistingClaimIsMountedAtItsRootUnlessASubPathIsGiven() {
        RenderedCluster objects = whole("persistence: true\nnodemanager: {list: [{name: a, existingClaim: kept}]}");

        assertThat(objects.names()).doesNotContain("PersistentVolumeClaim/a-data");
        assertThat(objects.value("Deployment/a", "spec/template/spec/volumes/2/persistentVolumeClaim/claimName"))
                .isEqualTo("kept");
        assertThat(objects.value("Deployment/a", NODE_MANAGER + "subPath")).isEqualTo("absent");
    }

    @Test
    void aClaimHasTheDefaultClassUnlessAnotherIsGiven() {
        RenderedCluster objects = whole("persistence: true");

        assertThat(List.of("mysql-data", "nodemanager-0-data", "nodemanager-1-data"))
                .allSatisfy(
                        claim -> assertThat(objects.value("PersistentVolumeClaim/" + claim, "spec/storageClassName"))
                                .isEqualTo("absent"));
    }

    @Test
    void theClusterManagerRegistersEveryNodeManagerWithItsPort() {
        assertThat(whole("nodemanager: {list: [{name: a}, {name: b}]}")
                        .file("node-registration", "register-node-managers.sql"))
                .contains("SELECT 'a', 4671, 'NODE_MANAGER', 'HEALTHY'", "SELECT 'b'", "IN ('', 'a', 'b')")
                .doesNotContain("nodemanager-0");
    }

    @Test
    void withoutTheModuleNoNodeManagerIsRegistered() {
        assertThat(RenderedCluster.of(new Fate15Distribution(), Clusters.of("modules: [mysql, clustermanager]"))
                        .file("node-registration", "register-node-managers.sql"))
                .doesNotContain("INSERT")
                .contains("IN ('')");
    }

    @Test
    void anotherNodeManagerChangesNoPodOfTheOthers() {
        RenderedCluster two = whole("nodemanager: {count: 2}");
        RenderedCluster three = whole("nodemanager: {count: 3}");

        assertThat(two.names().stream().filter(name -> name.startsWith("Deployment/")))
                .allSatisfy(name -> assertThat(three.value(name, "spec")).isEqualTo(two.value(name, "spec")));
        assertThat(three.value("ConfigMap/mysql-config", "data"))
                .isEqualTo(two.value("ConfigMap/mysql-config", "data"));
    }

    @Test
    void nodePortsStandAtServicesThatHaveThem() {
        RenderedCluster objects =
                whole("python: {type: NodePort, httpNodePort: 30097}\nfateboard: {type: LoadBalancer}");

        assertThat(objects.value("Service/fateflow-client", "spec/ports/1/nodePort"))
                .isEqualTo(30097);
        assertThat(objects.value("Service/fateflow-client", "spec/ports/0/nodePort"))
                .isEqualTo("absent");
        assertThat(objects.value("Service/fateboard", "spec/type")).isEqualTo("LoadBalancer");
        assertThat(objects.value("Service/rollsite", "spec/type")).isEqualTo("ClusterIP");
    }

    @Test
    void nodeSelectorsReachThePodsThatTheyAreWrittenFor() {
        RenderedCluster objects =
                whole("clustermanager: {nodeSelector: {disktype: ssd}}\nmysql: {nodeSelector: {a: 'true'}}");

        assertThat(objects.value("Deployment/clustermanager", "spec/template/spec/nodeSelector"))
                .isEqualTo(Map.of("disktype", "ssd"));
        assertThat(objects.value("Deployment/mysql", "spec/template/spec/nodeSelector"))
                .isEqualTo(Map.of("a", "true"));
        assertThat(objects.value("Deployment/python", "spec/template/spec/nodeSelector"))
                .isEqualTo("absent");
    }

    @Test
    void thePullPolicyHoldsForEveryContainer() {
        RenderedCluster objects = whole("pullPolicy: Always");

        assertThat(objects.value("Deployment/mysql", "spec/template/spec/containers/0/imagePullPolicy"))
                .isEqualTo("Always");
        assertThat(objects.value("Deployment/python", "spec/template/spec/initContainers/0/imagePullPolicy"))
                .isEqualTo("Always");
    }

    @Test
    void everyPodPullsItsImagesWithTheLoginsOfTheRegistry() {
        RenderedCluster objects = whole("registry: example.org/fate\nimagePullSecrets: [{name: a}, {name: b}]");

        assertThat(objects.names().stream().filter(name -> name.startsWith("Deployment/")))
                .hasSize(6)
                .allSatisfy(name -> assertThat(objects.value(name, "spec/template/spec/imagePullSecrets"))
                        .isEqualTo(List.of(Map.of("name", "a"), Map.of("name", "b"))));
    }

    @Test
    void aPageHasTheHostsThatAreGiven() {
        RenderedCluster objects = whole("ingress: {client: {hosts: [{name: notebook.example.com}]}}");

        assertThat(objects.value("Ingress/client", "spec/rules/0/host")).isEqualTo("notebook.example.com");
        assertThat(objects.value("Ingress/fateboard", "spec/rules/0/host")).isEqualTo("9999.fateboard.kubefate.net");
    }

    @Test
    void modulesOfSparkAreMadeWhenTheyAreListed() {
        RenderedCluster objects = RenderedCluster.of(
                new Fate15Distribution(), Clusters.of("modules: [python, spark, hdfs, nginx, rabbitmq]"));

        assertThat(objects.names()).contains("Deployment/spark-worker", "Deployment/namenode", "Service/rabbitmq");
        assertThat(objects.value("Deployment/python", "spec/template/spec/containers/0/image"))
                .isEqualTo("federatedai/python:1.5.0-release");
    }

    @Test
    void istioLeadsToTheNamespaceAndOnlyToPagesThatAreThere() {
        RenderedCluster objects = RenderedCluster.of(
                new Fate15Distribution(), Clusters.of("modules: [python, client]\nistio: {enabled: true}"));

        assertThat(objects.value("VirtualService/fate-ingress", "spec/http"))
                .isEqualTo(List.of(Map.of(
                        "match", List.of(Map.of("uri", Map.of("prefix", "/notebook-9999"))),
                        "rewrite", Map.of("uri", "/"),
                        "route",
                                List.of(Map.of(
                                        "destination",
                                        Map.of(
                                                "host",
                                                "notebook.party.svc.cluster.local",
                                                "port",
                                                Map.of("number", 20000)))))));
    }

    @Test
    void theBoardsOwnRequestsAreKnownByTheirReferer() {
        assertThat(whole("istio: {enabled: true}").value("VirtualService/fate-ingress", "spec/http/1/match"))
                .isEqualTo(List.of(Map.of(
                        "uri", Map.of("prefix", "/queryLogSize"),
                        "headers", Map.of("referer", Map.of("regex", ".*\\/fateboard-9999\\/$")))));
    }

    @Test
    void istioGetsNoVirtualServiceWithoutARoute() {
        assertThat(RenderedCluster.of(
                                new Fate15Distribution(), Clusters.of("modules: [rollsite]\nistio: {enabled: true}"))
                        .names())
                .contains("Gateway/fate-9999-gateway")
                .doesNotContain("VirtualService/fate-ingress");
    }

    @Test
    void theServingAddressReachesFateFlowAndTheNotebook() {
        RenderedCluster objects = whole("servingIp: 192.168.9.1\nservingPort: 30095");

        assertThat(Clusters.read(objects.file("python-config", "service_conf.yaml"))
                        .list("servings", "hosts"))
                .containsExactly("192.168.9.1:30095");
        assertThat(objects.value("Deployment/python", "spec/template/spec/containers/1/env/2/value"))
                .isEqualTo("192.168.9.1:30095");
    }

    @Test
    void routesOfRabbitmqAreKeptByNumber() {
        assertThat(whole("rabbitmq: {route_table: {10000: {host: 192.168.10.1, port: 30104}}}")
                        .file("python-config", "rabbitmq_route_table.yaml"))
                .isEqualTo("""
                    9999:
                      host: rabbitmq
                      port: 5672
                    10000: {"host":"192.168.10.1","port":30104}
                    """);
    }

    private static RenderedCluster whole(String yaml) {
        return RenderedCluster.of(new Fate15Distribution(), Clusters.whole(yaml));
    }
}
