package io.kubefate.plugin.fateexchange.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateexchange.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final String SPARK = """
            modules: [trafficServer, nginx]
            trafficServer: {route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "10.0.0.2:30109"}]}}
            """;

    @Test
    void withoutModulesNothingIsDeployed() {
        assertThat(problems("modules: []")).containsExactly("WARNING modules");
        assertThat(problems("modules: [nginx, nginx]\nnginx: " + routes("10000")))
                .containsExactly("WARNING modules[1]");
    }

    @Test
    void aModuleWithoutPartiesConnectsNobody() {
        assertThat(problems("modules: [rollsite, trafficServer, nginx]"))
                .containsExactly(
                        "WARNING rollsite.partyList",
                        "WARNING trafficServer.route_table.sni",
                        "WARNING nginx.route_table");
        assertThat(problems("modules: [rollsite]\nrollsite: {exchange: {ip: 10.0.0.1, port: 30000}}"))
                .isEmpty();
    }

    @Test
    void eachPartyHasOneRoute() {
        assertThat(problems("modules: [rollsite]\nrollsite: {partyList: [" + party(10000) + ", " + party(10000) + "]}"))
                .containsExactly("ERROR rollsite.partyList[1].partyId");
        assertThat(problems("""
                        modules: [trafficServer]
                        trafficServer:
                          route_table:
                            sni:
                              - {fqdn: 10000.fate.org, tunnelRoute: "10.0.0.2:30109"}
                              - {fqdn: 10000.fate.org, tunnelRoute: "10.0.0.3:30109"}
                        """)).containsExactly("ERROR trafficServer.route_table.sni[1].fqdn");
    }

    @Test
    void theExchangeIsNoPartyOfItself() {
        assertThat(problems("modules: [rollsite]\nrollsite: {partyList: [" + party(1) + "]}"))
                .containsExactly("ERROR rollsite.partyList[0].partyId");
        assertThat(problems("modules: [nginx]\nnginx: " + routes("1"))).containsExactly("WARNING nginx.route_table.1");
    }

    @Test
    void jobsOnSparkNeedBothRoutes() {
        assertThat(problems(SPARK + "nginx: " + routes("10000"))).isEmpty();
        assertThat(problems(SPARK + "nginx: " + routes("8888")))
                .containsExactly("WARNING nginx.route_table", "WARNING trafficServer.route_table.sni");
        assertThat(problems(SPARK + "nginx: {exchange: {ip: 10.0.0.9}}")).isEmpty();
    }

    @Test
    void aPartyOfNginxHasAProxy() {
        assertThat(problems("modules: [nginx]\nnginx: {route_table: {10000: {fateflow: [{host: 10.0.0.2}]}}}"))
                .containsExactly("WARNING nginx.route_table.10000.proxy");
    }

    @Test
    void unknownPartiesHaveOneRoute() {
        assertThat(problems("""
                        modules: [nginx]
                        nginx: {exchange: {ip: 10.0.0.9}, route_table: {default: {proxy: [{host: 10.0.0.2}]}}}
                        """)).containsExactly("ERROR nginx.route_table.default");
        assertThat(problems("modules: [nginx]\nnginx: {exchange: {httpPort: 30003}, route_table: "
                        + "{10000: {proxy: [{host: 10.0.0.2}]}}}"))
                .containsExactly("ERROR nginx.exchange.ip");
    }

    @Test
    void thePodItselfIsNoParty() {
        assertThat(problems("""
                        modules: [trafficServer]
                        trafficServer: {route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "localhost:6651"}]}}
                        """)).containsExactly("WARNING trafficServer.route_table.sni[0].tunnelRoute");
    }

    @Test
    void aHostNameStartsWithThePartyId() {
        assertThat(problems("""
                        modules: [trafficServer]
                        trafficServer: {route_table: {sni: [{fqdn: pulsar.fate.org, tunnelRoute: "10.0.0.2:6651"}]}}
                        """)).containsExactly("WARNING trafficServer.route_table.sni[0].fqdn");
    }

    @Test
    void nodePortsAreUnique() {
        assertThat(problems("""
                        modules: [rollsite, nginx]
                        rollsite: {type: NodePort, nodePort: 30003, exchange: {ip: 10.0.0.1, port: 1}}
                        nginx: {type: NodePort, httpNodePort: 30003, exchange: {ip: 10.0.0.1}}
                        """)).containsExactly("ERROR nginx.httpNodePort");
    }

    @Test
    void keysWithoutEffectAreNamed() {
        assertThat(problems("""
                        modules: [rollsite]
                        persistence: true
                        istio: {enabled: true}
                        podSecurityPolicy: {enabled: true}
                        rollsite: {nodePort: 30000, loadBalancerIP: 10.0.0.5, exchange: {ip: 10.0.0.1, port: 1}}
                        nginx: {type: NodePort}
                        """))
                .containsExactly(
                        "WARNING rollsite.nodePort",
                        "WARNING persistence",
                        "WARNING istio.enabled",
                        "WARNING podSecurityPolicy.enabled",
                        "WARNING rollsite.loadBalancerIP",
                        "WARNING nginx");
    }

    private static String party(int id) {
        return "{partyId: " + id + ", partyIp: 10.0.0.1, partyPort: 30091}";
    }

    private static String routes(String party) {
        return "{route_table: {" + party + ": {proxy: [{host: 10.0.0.2}]}}}\n";
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(Rules.check(Clusters.of(yaml)));
    }
}
