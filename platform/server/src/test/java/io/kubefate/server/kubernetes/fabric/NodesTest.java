package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {

    @Test
    void anExternalAddressOfAnyNodeComesBeforeInternalOnes() {
        assertThat(Nodes.address(List.of(node("InternalIP", "10.0.0.1"), node("ExternalIP", "203.0.113.9"))))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void anInternalAddressIsBetterThanNone() {
        assertThat(Nodes.address(List.of(node("Hostname", "node-1"), node("InternalIP", "10.0.0.1"))))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void withoutAddressTheTextIsEmpty() {
        assertThat(Nodes.address(List.of(node("Hostname", "node-1")))).isEmpty();
    }

    private static Node node(String type, String address) {
        return new NodeBuilder()
                .withNewStatus()
                .addNewAddress(address, type)
                .endStatus()
                .build();
    }
}
