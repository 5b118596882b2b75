package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the templates make, by what an operator asks for. */
class ObjectsTest {

    private static final String POD = "spec/template/spec/";

    @Test
    void aWholeClusterHasEveryObject() {
        assertThat(whole("").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/serving-proxy-config",
                        "ConfigMap/serving-server-config",
                        "ConfigMap/serving-redis-config",
                        "Deployment/serving-proxy",
                        "Deployment/serving-server",
                        "Deployment/serving-redis",
                        "Service/serving-proxy",
                        "Service/serving-server",
                        "Service/serving-redis",
                        "Ingress/serving-proxy");
    }

    @Test
    void aModuleThatIsOffMakesNothingWhetherItsMapIsThereOrNot() {
        assertThat(render("modules: [servingServer]").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/serving-server-config", "Deployment/serving-server", "Service/serving-server");
        assertThat(render("modules: []\nservingProxy: {nodePort: 30096}").names())
                .isEmpty();
    }

    @Test
    void otherPartiesComeInAtTheProxysNodePort() {
        RenderedCluster objects = whole("servingProxy: {nodePort: 30096}");

        assertThat(objects.value("Service/serving-proxy", "spec/type")).isEqualTo("NodePort");
        assertThat(objects.value("Service/serving-proxy", "spec/ports/1/nodePort"))
                .isEqualTo(30096);
        assertThat(objects.value("Service/serving-proxy", "spec/ports/0/nodePort"))
                .isEqualTo("absent");
    }

    @Test
    void typesOfServicesAreAsWritten() {
        RenderedCluster objects = whole("""
            servingProxy: {type: ClusterIP, nodePort: 30096}
            servingServer: {type: LoadBalancer, nodePort: 30095}
            """);

        assertThat(objects.value("Service/serving-proxy", "spec/type")).isEqualTo("ClusterIP");
        assertThat(objects.value("Service/serving-proxy", "spec/ports/1/nodePort"))
                .isEqualTo("absent");
        assertThat(objects.value("Service/serving-server", "spec/type")).isEqualTo("LoadBalancer");
        assertThat(objects.value("Service/serving-server", "spec/ports/0/nodePort"))
                .isEqualTo(30095);
    }

    @Test
    void routesLeadToTheExchangeAndToTheParties() {
        String table = whole("""
            servingProxy:
              exchange: {ip: 192.168.0.1, port: "30100"}
              partyList: [{partyId: "10000", partyIp: party.example.org, partyPort: 30106}]
            """).file("serving-proxy-config", "route_table.json");

        assertThat(Clusters.read(table).find("route_table"))
                .contains(Map.of(
                        "default", Map.of("default", List.of(Map.of("ip", "192.168.0.1", "port", 30100L))),
                        "10000", Map.of("default", List.of(Map.of("ip", "party.example.org", "port", "30106"))),
                        "9999",
                                Map.of(
                                        "default", List.of(Map.of("ip", "serving-proxy", "port", 8059L)),
                                        "serving", List.of(Map.of("ip", "serving-server", "port", 8000L)))));
    }

    @Test
    void theProxyKnowsItsOwnParty() {
        assertThat(whole("").file("serving-proxy-config", "application.properties"))
                .contains("coordinator=9999\n");
    }

    @Test
    void aPartyIdKeepsItsDigits() {
        RenderedCluster objects = RenderedCluster.of(new FateServingDistribution(), Clusters.read("""
            {name: a, namespace: a, chartName: fate-serving, chartVersion: v2.0.0, partyId: "10000000",
             modules: [servingProxy, servingServer]}
            """));

        assertThat(objects.value("Ingress/serving-proxy", "spec/rules/0/host"))
                .isEqualTo("10000000.serving-proxy.kubefate.net");
        assertThat(objects.value("Deployment/serving-proxy", "metadata/labels/partyId"))
                .isEqualTo("10000000");
        assertThat(objects.file("serving-proxy-config", "route_table.json")).contains("\"10000000\": {");
        assertThat(objects.file("serving-server-config", "serving-server.properties"))
                .contains("party.id=10000000\n");
    }

    @Test
    void requestsComeInAtTheHostThatIsWritten() {
        assertThat(whole("servingProxy: {ingerssHost: serving.example.org}")
                        .value("Ingress/serving-proxy", "spec/rules/0/host"))
                .isEqualTo("serving.example.org");
    }

    @Test
    void modelsComeFromFateFlow() {
        assertThat(whole("servingServer: {fateflow: {ip: 192.168.9.1, port: 30097}}")
                        .file("serving-server-config", "serving-server.properties"))
                .contains("model.transfer.url=http://192.168.9.1:30097/v1/model/transfer\n");
    }

    @Test
    void theServerAndItsRedisHaveTheSamePassword() {
        RenderedCluster objects = whole("servingRedis: {password: 'a$$b$(user)'}");

        assertThat(objects.value("Deployment/serving-redis", POD + "containers/0/args/2"))
                .isEqualTo("a$$$$b$$(user)");
        assertThat(objects.file("serving-server-config", "serving-server.properties"))
                .contains("redis.ip=serving-redis\n", "redis.port=6379\n", "redis.password=a$$b$(user)\n");
    }

    @Test
    void aRedisOutsideIsUsedWithOrWithoutAMapOfTheProxy() {
        String external = """
            modules: [servingProxy, servingServer]
            externalRedisIp: redis.example.org
            externalRedisPort: 16379
            externalRedisPassword: secret
            """;

        assertThat(List.of(external, external + "servingProxy: {nodePort: 30096}"))
                .allSatisfy(yaml -> assertThat(render(yaml).file("serving-server-config", "serving-server.properties"))
                        .contains("redis.ip=redis.example.org\n", "redis.port=16379\n", "redis.password=secret\n"));
    }

    @Test
    void persistentDataAreInClaimsWhereTheProgramsKeepThem() {
        RenderedCluster objects = whole("""
            persistence: true
            servingServer: {subPath: models, size: 5Gi}
            servingRedis: {storageClass: "-"}
            """);

        assertThat(objects.value("PersistentVolumeClaim/serving-server-data", "spec"))
                .isEqualTo(Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "resources", Map.of("requests", Map.of("storage", "5Gi"))));
        assertThat(objects.value("PersistentVolumeClaim/serving-redis-data", "spec/storageClassName"))
                .isEqualTo("");
        assertThat(objects.value("Deployment/serving-server", POD + "containers/0/volumeMounts/1"))
                .isEqualTo(Map.of("name", "data", "mountPath", "/root/.fate", "subPath", "models"));
        assertThat(objects.value("Deployment/serving-redis", POD + "containers/0/volumeMounts/1"))
                .isEqualTo(Map.of("name", "data", "mountPath", "/data", "subPath", "fate_dev"));
        assertThat(objects.value("Deployment/serving-redis", POD + "volumes/1"))
                .isEqualTo(Map.of("name", "data", "persistentVolumeClaim", Map.of("claimName", "serving-redis-data")));
    }

    @Test
    void anExistingClaimIsMountedAndNotMade() {
        RenderedCluster objects = whole("persistence: true\nservingServer: {existingClaim: kept, subPath: ''}");

        assertThat(objects.names()).doesNotContain("PersistentVolumeClaim/serving-server-data");
        assertThat(objects.value("Deployment/serving-server", POD + "volumes/1/persistentVolumeClaim/claimName"))
                .isEqualTo("kept");
        assertThat(objects.value("Deployment/serving-server", POD + "containers/0/volumeMounts/1/subPath"))
                .isEqualTo("absent");
    }

    @Test
    void nodeSelectorsReachThePodsThatTheyAreWrittenFor() {
        RenderedCluster objects =
                whole("servingProxy: {nodeSelector: {edge: 'true'}}\nservingRedis: {nodeSelector: {a: b}}");

        assertThat(objects.value("Deployment/serving-proxy", POD + "nodeSelector"))
                .isEqualTo(Map.of("edge", "true"));
        assertThat(objects.value("Deployment/serving-redis", POD + "nodeSelector"))
                .isEqualTo(Map.of("a", "b"));
        assertThat(objects.value("Deployment/serving-server", POD + "nodeSelector"))
                .isEqualTo("absent");
    }

    @Test
    void registryPullPolicyAndPullSecretsHoldForEveryPod() {
        RenderedCluster objects = whole("""
            registry: registry.example.org/fate
            pullPolicy: Always
            imagePullSecrets: [{name: registry-login}]
            """);

        assertThat(List.of("Deployment/serving-proxy", "Deployment/serving-server", "Deployment/serving-redis"))
                .allSatisfy(deployment -> {
                    assertThat(objects.value(deployment, POD + "containers/0/image"))
                            .asString()
                            .startsWith("registry.example.org/fate/");
                    assertThat(objects.value(deployment, POD + "containers/0/imagePullPolicy"))
                            .isEqualTo("Always");
                    assertThat(objects.value(deployment, POD + "imagePullSecrets"))
                            .isEqualTo(List.of(Map.of("name", "registry-login")));
                });
    }

    @Test
    void istioLeadsToTheProxyInTheNamespace() {
        RenderedCluster objects = whole("istio: {enabled: true}");

        assertThat(objects.names()).contains("Gateway/serving-9999-gateway");
        assertThat(objects.value("VirtualService/fate-serving-ingress", "spec/http/0/match/0/uri/prefix"))
                .isEqualTo("/serving-proxy-9999");
        assertThat(objects.value("VirtualService/fate-serving-ingress", "spec/http/0/route/0/destination"))
                .isEqualTo(Map.of("host", "serving-proxy.party.svc.cluster.local", "port", Map.of("number", 8059)));
    }

    @Test
    void istioGetsNoVirtualServiceWithoutARoute() {
        assertThat(render("modules: [servingServer]\nistio: {enabled: true}").names())
                .contains("Gateway/serving-9999-gateway")
                .doesNotContain("VirtualService/fate-serving-ingress");
    }

    private static RenderedCluster whole(String yaml) {
        return render(Clusters.whole(yaml));
    }

    private static RenderedCluster render(String yaml) {
        return render(Clusters.of(yaml));
    }

    private static RenderedCluster render(ClusterSpec spec) {
        return RenderedCluster.of(new FateServingDistribution(), spec);
    }
}
