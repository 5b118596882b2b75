package io.kubefate.plugin.fateexchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new FateExchangeDistribution().schema());

    @Test
    void acceptsTheKeysOfTheOriginalExamples() {
        assertThat(problems("""
                registry: ""
                pullPolicy:
                imagePullSecrets: [{name: myregistrykey}]
                persistence: false
                istio: {enabled: false}
                podSecurityPolicy: {enabled: false}
                modules: [rollsite, trafficServer, nginx]
                rollsite:
                  type: NodePort
                  nodePort: 30001
                  loadBalancerIP:
                  enableTLS: false
                  partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30101}]
                  nodeSelector: {}
                  tolerations: []
                  affinity: {}
                trafficServer:
                  replicas: 3
                  type: NodePort
                  nodePort: 30007
                  loadBalancerIP:
                  route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "192.168.0.2:30109"}]}
                nginx:
                  type: NodePort
                  replicas: 3
                  httpNodePort: 30003
                  grpcNodePort: 30008
                  route_table:
                    9999:
                      proxy: [{host: 192.168.9.1, http_port: 30093, grpc_port: 30098}]
                      fateflow: [{host: 192.168.9.1, http_port: 30097, grpc_port: 30092}]
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modules: [osx]                                                               | modules[0]",
                "trafficServer: {route_table: {sni: [{fqdn: 1.fate.org}]}}                    | trafficServer.route_table.sni[0].tunnelRoute",
                "trafficServer: {route_table: {sni: [{fqdn: 1.fate.org, tunnelRoute: host}]}} | trafficServer.route_table.sni[0].tunnelRoute",
                "trafficServer: {route_table: {sni: [{fqdn: 'a b', tunnelRoute: 'h:1'}]}}     | trafficServer.route_table.sni[0].fqdn",
                "nginx: {route_table: {x: {}}}                                                | nginx.route_table",
                "rollsite: {polling: {enabled: true}}                                         | rollsite.polling"
            })
    void rejects(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).anyMatch(found -> found.startsWith(path));
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.of(yaml));
    }
}
