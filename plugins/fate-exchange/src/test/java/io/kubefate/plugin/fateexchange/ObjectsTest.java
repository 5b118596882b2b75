package io.kubefate.plugin.fateexchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.testing.RenderedCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the templates create, by what an operator asks for. */
class ObjectsTest {

    private static final String POD = "spec/template/spec/";
    private static final String CONTAINER = POD + "containers/0/";

    @Test
    void eachModuleIsADeploymentWithItsConfigurationAndService() {
        assertThat(render("modules: [rollsite, trafficServer, nginx]").names())
                .containsExactlyInAnyOrder(
                        "ConfigMap/rollsite-config",
                        "ConfigMap/traffic-server-config",
                        "ConfigMap/traffic-server-sni",
                        "ConfigMap/nginx-config",
                        "Deployment/rollsite",
                        "Deployment/traffic-server",
                        "Deployment/nginx",
                        "Service/rollsite",
                        "Service/traffic-server",
                        "Service/nginx");
        assertThat(render("modules: [nginx]\nrollsite: {type: NodePort}").names())
                .containsExactlyInAnyOrder("ConfigMap/nginx-config", "Deployment/nginx", "Service/nginx");
    }

    @Test
    void rollsiteSendsRequestsToThePartiesOrToAnotherExchange() {
        RenderedCluster objects = render("""
                modules: [rollsite]
                rollsite:
                  exchange: {ip: 10.20.0.1, port: 30011}
                  partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                """);

        assertThat(text(objects, "ConfigMap/rollsite-config", "data/route_table.json"))
                .contains("\"10.20.0.1\", \"port\": 30011", "\"10000\": {", "\"192.168.10.1\", \"port\": 30101")
                .doesNotContain("fateflow", "is_secure");
    }

    @Test
    void withTlsPartiesConnectToASecondPortOfRollsite() {
        RenderedCluster objects = render("""
                modules: [rollsite]
                rollsite:
                  type: NodePort
                  nodePort: 30001
                  enableTLS: true
                  tlsSecret: certificates
                  partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                """);

        assertThat(objects.value("Service/rollsite", "spec/ports/0"))
                .isEqualTo(Map.of("name", "tcp-rollsite", "port", 9370, "targetPort", 9370, "protocol", "TCP"));
        assertThat(objects.value("Service/rollsite", "spec/ports/1/nodePort")).isEqualTo(30001);
        assertThat(text(objects, "ConfigMap/rollsite-config", "data/route_table.json"))
                .contains("\"is_secure\": true");
        assertThat(text(objects, "ConfigMap/rollsite-config", "data/eggroll.properties"))
                .contains("secure.cluster.enabled=true");
        assertThat(objects.value("Deployment/rollsite", POD + "volumes/1/secret/secretName"))
                .isEqualTo("certificates");
    }

    @Test
    void theTrafficServerPassesConnectionsOnByTheirHostName() {
        RenderedCluster objects = render("""
                modules: [trafficServer]
                trafficServer:
                  replicas: 2
                  type: NodePort
                  nodePort: 30007
                  route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "192.168.0.2:30109"}]}
                """);

        assertThat(text(objects, "ConfigMap/traffic-server-sni", "data/sni.yaml"))
                .isEqualTo("sni:\n  - fqdn: \"10000.fate.org\"\n    tunnel_route: \"192.168.0.2:30109\"\n");
        assertThat(objects.value("Deployment/traffic-server", "spec/replicas")).isEqualTo(2);
        assertThat(objects.value("Service/traffic-server", "spec/ports/0/nodePort"))
                .isEqualTo(30007);
        assertThat(objects.value("Deployment/traffic-server", POD + "volumes/2/secret/secretName"))
                .isEqualTo("traffic-server-cert");
    }

    @Test
    void aNodePortOfAServiceWithoutNodePortsIsNotWritten() {
        RenderedCluster objects = render("modules: [trafficServer]\ntrafficServer: {nodePort: 30007}");

        assertThat(objects.value("Service/traffic-server", "spec/type")).isEqualTo("ClusterIP");
        assertThat(text(objects, "Service/traffic-server", "spec/ports")).doesNotContain("nodePort");
    }

    @Test
    void nginxKnowsTheProxiesOfThePartiesAndNoFateFlowOfItsOwn() {
        RenderedCluster objects = render("""
                modules: [nginx]
                nginx:
                  replicas: 3
                  route_table:
                    10000: {proxy: [{host: 192.168.10.1, http_port: 30103, grpc_port: 30108}]}
                """);

        assertThat(text(objects, "ConfigMap/nginx-config", "data/route_table.yaml"))
                .contains("10000:\n  proxy:\n    - host: \"192.168.10.1\"\n")
                .doesNotContain("fateflow");
        assertThat(text(objects, "ConfigMap/nginx-config", "data/nginx.conf"))
                .contains("server 127.0.0.1:9300;", "server 127.0.0.1:9310;");
        assertThat(objects.value("Deployment/nginx", "spec/replicas")).isEqualTo(3);
        assertThat(objects.value("Service/nginx", "spec/type")).isEqualTo("ClusterIP");
    }

    @Test
    void withoutItsMapNginxHasNodePorts() {
        RenderedCluster objects = render("modules: [nginx]");

        assertThat(objects.value("Service/nginx", "spec/type")).isEqualTo("NodePort");
        assertThat(objects.value("Service/nginx", "spec/ports/0/nodePort")).isEqualTo(30003);
        assertThat(objects.value("Service/nginx", "spec/ports/1/nodePort")).isEqualTo(30008);
    }

    @Test
    void imagesComeFromTheRegistryWithOrWithoutASlash() {
        for (String registry : List.of("registry.example.org/fate", "registry.example.org/fate/")) {
            RenderedCluster objects = render(
                    "modules: [rollsite, trafficServer]\nregistry: " + registry + "\ntrafficServer: {imageTag: v1}");

            assertThat(objects.value("Deployment/rollsite", CONTAINER + "image"))
                    .isEqualTo("registry.example.org/fate/eggroll:1.11.2-release");
            assertThat(objects.value("Deployment/traffic-server", CONTAINER + "image"))
                    .isEqualTo("registry.example.org/fate/trafficserver:v1");
        }
    }

    @Test
    void aLoadBalancerCanHaveAnAddress() {
        assertThat(render("modules: [rollsite]\nrollsite: {type: LoadBalancer, loadBalancerIP: 203.0.113.5}")
                        .value("Service/rollsite", "spec/loadBalancerIP"))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void withAPodSecurityPolicyAllPodsHaveTheAccountOfTheExchange() {
        RenderedCluster objects = render("modules: [rollsite, nginx]\npodSecurityPolicy: {enabled: true}");

        assertThat(objects.names()).contains("ServiceAccount/hub", "Role/hub", "RoleBinding/hub");
        assertThat(List.of("Deployment/rollsite", "Deployment/nginx"))
                .allSatisfy(workload -> assertThat(objects.value(workload, POD + "serviceAccountName"))
                        .isEqualTo("hub"));
    }

    private static RenderedCluster render(String yaml) {
        return RenderedCluster.of(new FateExchangeDistribution(), Clusters.of(yaml));
    }

    private static String text(RenderedCluster objects, String object, String path) {
        return String.valueOf(objects.value(object, path));
    }
}
