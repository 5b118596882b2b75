package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An exchange of FATE 2 and three parties. Each is a cluster in a namespace of its own, and Kubernetes chooses the node ports. */
class ExchangeE2e extends Scenario {

    private static final String NODE = "192.0.2.10";
    private static final List<String> PARTIES = List.of("9999", "10000", "8888");
    private static final JsonMapper JSON = new JsonMapper();

    @AfterEach
    void removeNamespaces() {
        PARTIES.forEach(party -> new Kubectl(namespace(party)).deleteNamespace());
    }

    @Test
    void theRouteTablesOfAnExchangeAndThreePartiesAgree() {
        install(exchange(""));
        int port = nodePort(kubectl);
        List<String> jobs =
                PARTIES.stream().map(party -> jobId(start(party, port))).toList();
        jobs.forEach(job -> assertThat(ended(job).at("/status").asText()).isEqualTo("Success"));
        Map<String, Integer> ports = PARTIES.stream()
                .collect(Collectors.toMap(
                        party -> party, party -> nodePort(new Kubectl(namespace(party))), (a, b) -> a, TreeMap::new));

        String list = ports.entrySet().stream()
                .map(party -> "    - {partyId: %s, partyIp: %s, partyPort: %d}\n"
                        .formatted(party.getKey(), NODE, party.getValue()))
                .collect(Collectors.joining("", "  partyList:\n", ""));
        assertSuccess(service.kubefate("cluster", "update", "-f", exchange(list).toString(), "--wait"));

        JsonNode exchange = routes(kubectl);
        ports.forEach((party, partyPort) -> {
            assertRoute(exchange.at("/" + party + "/default"), partyPort);
            assertRoute(routes(new Kubectl(namespace(party))).at("/default/default"), port);
        });
        assertThat(exchange.fieldNames())
                .toIterable()
                .filteredOn(PARTIES::contains)
                .hasSize(PARTIES.size());
    }

    private Path exchange(String parties) {
        Path file =
                ClusterFile.ofRelease(folder, cluster, "v2.2.0", "modules: [osx]\nosx:\n  type: NodePort\n" + parties);
        return ClusterFile.ofParty(file, "1");
    }

    private Command.Result start(String party, int exchangePort) {
        Path file = ClusterFile.ofRelease(folder, namespace(party), "v2.2.0", """
                modules: [osx]
                osx: {type: NodePort, exchange: {ip: %s, port: %d}}
                """.formatted(NODE, exchangePort));
        return service.kubefate(
                "cluster", "install", "-f", ClusterFile.ofParty(file, party).toString());
    }

    private String namespace(String party) {
        return cluster + "-" + party;
    }

    private static void assertRoute(JsonNode addresses, int port) {
        assertThat(addresses).as(addresses.toString()).hasSize(1);
        assertThat(addresses.at("/0/ip").asText()).isEqualTo(NODE);
        assertThat(addresses.at("/0/port").asInt()).isEqualTo(port);
    }

    private static int nodePort(Kubectl kubectl) {
        return kubectl.object("service", "osx").at("/spec/ports/0/nodePort").asInt();
    }

    private static JsonNode routes(Kubectl kubectl) {
        try {
            String table = kubectl.object("configmap", "osx-config")
                    .at("/data")
                    .path("route_table.json")
                    .asText();
            return JSON.readTree(table).at("/route_table");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
