package io.kubefate.plugin.fateserving21;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the templates create, by what an operator asks for. */
class ObjectsTest {

    private static final String POD = "spec/template/spec/";

    private static final List<String> WORKLOADS = List.of(
            "Deployment/serving-proxy",
            "Deployment/serving-server",
            "Deployment/serving-redis",
            "Deployment/serving-admin",
            "StatefulSet/serving-zookeeper");

    @Test
    void aWholeClusterHasEveryObject() {
        assertThat(whole("").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/serving-proxy-config",
                        "ConfigMap/serving-server-config",
                        "ConfigMap/serving-redis-config",
                        "ConfigMap/serving-admin-config",
                        "Deployment/serving-proxy",
                        "Deployment/serving-server",
                        "Deployment/serving-redis",
                        "Deployment/serving-admin",
                        "StatefulSet/serving-zookeeper",
                        "Service/serving-proxy",
                        "Service/serving-server",
                        "Service/serving-redis",
                        "Service/serving-admin",
                        "Service/serving-zookeeper",
                        "Service/serving-zookeeper-headless",
                        "Ingress/serving-proxy",
                        "Ingress/serving-admin");
    }

    @Test
    void aModuleThatIsOffCreatesNothingWhetherItsMapIsThereOrNot() {
        assertThat(render("modules: [servingServer]").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/serving-server-config", "Deployment/serving-server", "Service/serving-server");
        assertThat(render("modules: []\nservingProxy: {nodePort: 30096}").names())
                .isEmpty();
    }

    @Test
    void otherPartiesComeInAtTheNodePortOfTheProxy() {
        RenderedCluster objects = whole("servingProxy: {nodePort: 30096}");

        assertThat(objects.value("Service/serving-proxy", "spec/type")).isEqualTo("NodePort");
        assertThat(objects.value("Service/serving-proxy", "spec/ports/1/nodePort"))
                .isEqualTo(30096);
        assertThat(objects.value("Service/serving-proxy", "metadata/annotations"))
                .isEqualTo(Map.of("kubefate.io/party-port", "8869"));
    }

    @Test
    void theServerHasANodePortForEachProtocol() {
        RenderedCluster objects = whole(
                "servingServer: {type: LoadBalancer, nodePort: 30095, httpNodePort: 30098, loadBalancerIP: 10.0.0.1}");

        assertThat(objects.value("Service/serving-server", "spec/ports/0/nodePort"))
                .isEqualTo(30095);
        assertThat(objects.value("Service/serving-server", "spec/ports/1/nodePort"))
                .isEqualTo(30098);
        assertThat(objects.value("Service/serving-server", "spec/loadBalancerIP"))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void aServiceInsideTheClusterHasNeitherNodePortsNorAnAddress() {
        RenderedCluster objects = whole("servingProxy: {type: ClusterIP, nodePort: 30096, loadBalancerIP: 10.0.0.1}");

        assertThat(objects.value("Service/serving-proxy", "spec/ports/1/nodePort"))
                .isEqualTo("absent");
        assertThat(objects.value("Service/serving-proxy", "spec/loadBalancerIP"))
                .isEqualTo("absent");
    }

    @Test
    void theConsoleCanBeReachableFromOutside() {
        assertThat(whole("servingAdmin: {type: NodePort, nodePort: 30350}")
                        .value("Service/serving-admin", "spec/ports/0/nodePort"))
                .isEqualTo(30350);
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
    void requestsForUnknownPartiesHaveNoRouteWithoutAnExchange() {
        assertThat(Clusters.read(whole("").file("serving-proxy-config", "route_table.json"))
                        .map("route_table"))
                .containsOnlyKeys("9999");
    }

    @Test
    void theProxyCanChangeItsRoutes() {
        RenderedCluster objects = whole("");

        assertThat(objects.value("Deployment/serving-proxy", POD + "containers/0/command/2"))
                .asString()
                .contains("cp conf/route_table.base.json conf/route_table.json");
        assertThat(objects.value("Deployment/serving-proxy", POD + "containers/0/volumeMounts/1/mountPath"))
                .isEqualTo("/data/projects/fate-serving/serving-proxy/conf/route_table.base.json");
    }

    @Test
    void theModulesFindEachOtherInZooKeeper() {
        RenderedCluster objects = whole("");

        assertThat(objects.file("serving-server-config", "serving-server.properties"))
                .contains("zk.url=serving-zookeeper:2181\n", "useRegister=true\n", "useZkRouter=true\n");
        assertThat(objects.file("serving-proxy-config", "application.properties"))
                .contains("zk.url=serving-zookeeper:2181\n", "useZkRouter=true\n");
        assertThat(objects.file("serving-admin-config", "application.properties"))
                .contains("zk.url=serving-zookeeper:2181\n");
    }

    @Test
    void withoutZooKeeperTheModulesUseFixedAddresses() {
        RenderedCluster objects = render("modules: [servingProxy, servingServer]");

        assertThat(objects.file("serving-server-config", "serving-server.properties"))
                .contains("useRegister=false\n", "useZkRouter=false\n");
        assertThat(objects.file("serving-proxy-config", "application.properties"))
                .contains("useZkRouter=false\n");
    }

    @Test
    void zooKeeperHasItsNameInTheNamespaceOfTheCluster() {
        RenderedCluster objects = whole("");

        assertThat(objects.value("StatefulSet/serving-zookeeper", POD + "containers/0/env"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of(
                        "name",
                        "ZOO_SERVERS",
                        "value",
                        "serving-zookeeper-0.serving-zookeeper-headless.party.svc.cluster.local:2888:3888::1"));
        assertThat(objects.value("Service/serving-zookeeper-headless", "spec/publishNotReadyAddresses"))
                .isEqualTo(true);
    }

    @Test
    void aPartyIdKeepsItsDigits() {
        RenderedCluster objects = RenderedCluster.of(new FateServing21Distribution(), Clusters.read("""
            {name: a, namespace: a, chartName: fate-serving, chartVersion: v2.1.6, partyId: "10000000",
             modules: [servingProxy, servingServer]}
            """));

        assertThat(objects.value("Deployment/serving-proxy", "metadata/labels/partyId"))
                .isEqualTo("10000000");
        assertThat(objects.file("serving-proxy-config", "application.properties"))
                .contains("coordinator=10000000\n");
        assertThat(objects.file("serving-proxy-config", "route_table.json")).contains("\"10000000\": {");
        assertThat(objects.file("serving-server-config", "serving-server.properties"))
                .contains("party.id=10000000\n");
    }

    @Test
    void modelsAndFeaturesComeFromWhereTheFileSays() {
        assertThat(whole("""
            servingServer:
              fateflow: {ip: 192.168.9.1, port: 30097}
              singleAdaptor: com.webank.ai.fate.serving.adaptor.dataaccess.HttpAdapter
              batchAdaptor: org.example.Batch
              AdapterURL: http://features.example.org/v1/get
            """).file("serving-server-config", "serving-server.properties"))
                .contains(
                        "model.transfer.url=http://192.168.9.1:30097/v1/model/transfer\n",
                        "feature.single.adaptor=com.webank.ai.fate.serving.adaptor.dataaccess.HttpAdapter\n",
                        "feature.batch.adaptor=org.example.Batch\n",
                        "http.adapter.url=http://features.example.org/v1/get\n");
    }

    @Test
    void switchAndTypeOfTheCacheAreDifferentKeys() {
        assertThat(whole("servingServer: {cacheSwitch: true, cacheType: redis}")
                        .file("serving-server-config", "serving-server.properties"))
                .contains("remoteModelInferenceResultCacheSwitch=true\n", "cache.type=redis\n");
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
    void anExternalRedisIsUsed() {
        assertThat(render("""
            modules: [servingProxy, servingServer]
            externalRedisIp: redis.example.org
            externalRedisPort: 16379
            externalRedisPassword: secret
            """).file("serving-server-config", "serving-server.properties"))
                .contains("redis.ip=redis.example.org\n", "redis.port=16379\n", "redis.password=secret\n");
    }

    @Test
    void theConsoleHasItsAccount() {
        assertThat(whole("servingAdmin: {username: operator, password: secret}")
                        .file("serving-admin-config", "application.properties"))
                .contains("admin.username=operator\n", "admin.password=secret\n");
    }

    @Test
    void persistentDataIsInClaimsWhereTheProgramsKeepIt() {
        RenderedCluster objects = whole("""
            persistence: true
            servingServer: {size: 5Gi}
            servingRedis: {storageClass: "-", subPath: redis}
            servingZookeeper: {storageClass: fast, size: 2Gi, subPath: zk}
            """);

        assertThat(objects.value("PersistentVolumeClaim/serving-server-data", "spec"))
                .isEqualTo(Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "resources", Map.of("requests", Map.of("storage", "5Gi"))));
        assertThat(objects.value("PersistentVolumeClaim/serving-redis-data", "spec/storageClassName"))
                .isEqualTo("");
        assertThat(objects.value("StatefulSet/serving-zookeeper", "spec/volumeClaimTemplates/0/spec"))
                .isEqualTo(Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "resources", Map.of("requests", Map.of("storage", "2Gi")),
                        "storageClassName", "fast"));
        assertThat(objects.value("Deployment/serving-server", POD + "containers/0/volumeMounts/1"))
                .isEqualTo(Map.of("name", "data", "mountPath", "/root/.fate", "subPath", "cache"));
        assertThat(objects.value("Deployment/serving-redis", POD + "containers/0/volumeMounts/1"))
                .isEqualTo(Map.of("name", "data", "mountPath", "/data", "subPath", "redis"));
        assertThat(objects.value("StatefulSet/serving-zookeeper", POD + "containers/0/volumeMounts/0"))
                .isEqualTo(Map.of("name", "data", "mountPath", "/bitnami/zookeeper", "subPath", "zk"));
    }

    @Test
    void anExistingClaimIsMountedAndNotCreated() {
        RenderedCluster objects = whole("""
            persistence: true
            servingServer: {existingClaim: server-kept}
            servingZookeeper: {existingClaim: zookeeper-kept}
            """);

        assertThat(objects.names()).doesNotContain("PersistentVolumeClaim/serving-server-data");
        assertThat(objects.value("Deployment/serving-server", POD + "volumes/1/persistentVolumeClaim/claimName"))
                .isEqualTo("server-kept");
        assertThat(objects.value("StatefulSet/serving-zookeeper", "spec/volumeClaimTemplates"))
                .isEqualTo("absent");
        assertThat(objects.value("StatefulSet/serving-zookeeper", POD + "volumes/0/persistentVolumeClaim/claimName"))
                .isEqualTo("zookeeper-kept");
    }

    @Test
    void withoutPersistenceVolumesAreDeletedWithTheirPods() {
        assertThat(whole("").value("StatefulSet/serving-zookeeper", POD + "volumes"))
                .isEqualTo(List.of(Map.of("name", "data", "emptyDir", Map.of())));
    }

    @Test
    void placementReachesThePodsThatItIsWrittenFor() {
        RenderedCluster objects = whole("""
            servingProxy: {nodeSelector: {edge: 'true'}}
            servingZookeeper: {tolerations: [{key: zk, operator: Exists}]}
            """);

        assertThat(objects.value("Deployment/serving-proxy", POD + "nodeSelector"))
                .isEqualTo(Map.of("edge", "true"));
        assertThat(objects.value("StatefulSet/serving-zookeeper", POD + "tolerations"))
                .isEqualTo(List.of(Map.of("key", "zk", "operator", "Exists")));
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

        assertThat(WORKLOADS).allSatisfy(workload -> {
            assertThat(objects.value(workload, POD + "containers/0/image"))
                    .asString()
                    .startsWith("registry.example.org/fate/");
            assertThat(objects.value(workload, POD + "containers/0/imagePullPolicy"))
                    .isEqualTo("Always");
            assertThat(objects.value(workload, POD + "imagePullSecrets"))
                    .isEqualTo(List.of(Map.of("name", "registry-login")));
        });
    }

    @Test
    void anIngressHasTheHostsAnnotationsAndCertificatesOfTheFile() {
        RenderedCluster objects = whole("""
            ingressClassName: traefik
            ingress:
              servingAdmin:
                annotations: {cert-manager.io/cluster-issuer: letsencrypt}
                hosts: [{name: a.example.org}, {name: b.example.org, path: /admin}]
                tls: [{secretName: admin-tls, hosts: [a.example.org]}]
            """);

        assertThat(objects.value("Ingress/serving-admin", "metadata/annotations"))
                .isEqualTo(Map.of("cert-manager.io/cluster-issuer", "letsencrypt"));
        assertThat(objects.value("Ingress/serving-admin", "spec/ingressClassName"))
                .isEqualTo("traefik");
        assertThat(objects.value("Ingress/serving-admin", "spec/rules/1/host")).isEqualTo("b.example.org");
        assertThat(objects.value("Ingress/serving-admin", "spec/rules/1/http/paths/0/path"))
                .isEqualTo("/admin");
        assertThat(objects.value("Ingress/serving-admin", "spec/tls"))
                .isEqualTo(List.of(Map.of("secretName", "admin-tls", "hosts", List.of("a.example.org"))));
        assertThat(objects.value("Ingress/serving-proxy", "spec/rules/0/host")).isEqualTo("serving-proxy.example.com");
    }

    @Test
    void istioLeadsToTheProxyInTheNamespace() {
        RenderedCluster objects = whole("istio: {enabled: true}");

        assertThat(objects.names()).contains("Gateway/serving-9999-gateway", "Ingress/serving-proxy");
        assertThat(objects.value("VirtualService/fate-serving-ingress", "spec/http/0/match/0/uri/prefix"))
                .isEqualTo("/serving-proxy-9999");
        assertThat(objects.value("VirtualService/fate-serving-ingress", "spec/http/0/route/0/destination"))
                .isEqualTo(Map.of("host", "serving-proxy.party.svc.cluster.local", "port", Map.of("number", 8059)));
    }

    @Test
    void withAPodSecurityPolicyAllPodsHaveTheAccountOfTheCluster() {
        RenderedCluster objects = whole("podSecurityPolicy: {enabled: true}");

        assertThat(objects.names())
                .contains("ServiceAccount/serving-9999", "Role/serving-9999", "RoleBinding/serving-9999");
        assertThat(WORKLOADS)
                .allSatisfy(workload -> assertThat(objects.value(workload, POD + "serviceAccountName"))
                        .isEqualTo("serving-9999"));
    }

    private static RenderedCluster whole(String yaml) {
        return render(Clusters.whole(yaml));
    }

    private static RenderedCluster render(String yaml) {
        return render(Clusters.of(yaml));
    }

    private static RenderedCluster render(ClusterSpec spec) {
        return RenderedCluster.of(new FateServing21Distribution(), spec);
    }
}
