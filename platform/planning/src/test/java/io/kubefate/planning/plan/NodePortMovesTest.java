package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodePortMovesTest {

    @Test
    void portsThatAreSwappedMoveBothWays() {
        List<Manifest> live = List.of(service("a", 31701), service("b", 31702));
        List<Manifest> desired = List.of(service("a", 31702), service("b", 31701));

        assertThat(NodePortMoves.of(desired, live)).isEqualTo(new NodePortMoves(live, desired));
    }

    @Test
    void aPortMovesFromAServiceThatTakesAnotherOrIsRemoved() {
        List<Manifest> live = List.of(service("a", 31701), service("b", 31702));
        List<Manifest> desired = List.of(service("a", 31703), service("c", 31701), service("d", 31702));

        NodePortMoves moves = NodePortMoves.of(desired, live);

        assertThat(moves.givers()).isEqualTo(live);
        assertThat(moves.takers()).containsExactly(desired.get(1), desired.get(2));
    }

    @Test
    void nothingMovesFromServicesThatKeepTheirPortsOrAreOthers() {
        Manifest kept = service("a", 31701);
        Manifest foreign = service("b", 31702).withLabel(Ownership.CLUSTER, "other");

        NodePortMoves moves =
                NodePortMoves.of(List.of(kept, service("c", 31701), service("d", 31702)), List.of(kept, foreign));

        assertThat(moves).isEqualTo(new NodePortMoves(List.of(), List.of()));
    }

    @Test
    void aLoadBalancerKeepsItsAddressAndItsPort() {
        Manifest balanced = service("a", "LoadBalancer", 31701);

        NodePortMoves moves =
                NodePortMoves.of(List.of(service("a", "LoadBalancer", 31702), service("b", 31701)), List.of(balanced));

        assertThat(moves.givers()).isEmpty();
    }

    @Test
    void aReleasedServiceHasNoNodePort() {
        Manifest released = NodePorts.released(service("a", 31701));

        assertThat(NodePorts.of(released)).isEmpty();
        assertThat(released.spec()).containsEntry("type", "ClusterIP").doesNotContainKey("externalTrafficPolicy");
    }

    @Test
    void aServiceGetsTheNodePortsOfAnother() {
        Manifest result = NodePorts.with(service("a", 31701), service("a", 31702));

        assertThat(result).isEqualTo(service("a", 31702));
        assertThat(NodePorts.with(NodePorts.without(result), result)).isEqualTo(result);
    }

    private static Manifest service(String name, int nodePort) {
        return service(name, "NodePort", nodePort);
    }

    private static Manifest service(String name, String type, int nodePort) {
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", name, "namespace", "ns", "labels", Map.of(Ownership.CLUSTER, "id")),
                "spec",
                Map.of(
                        "type",
                        type,
                        "externalTrafficPolicy",
                        "Cluster",
                        "ports",
                        List.of(Map.of("port", 9370, "protocol", "TCP", "nodePort", nodePort)))));
    }
}
