package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the address of node ports. */
final class Nodes {

    /** Every node serves a node port, so a few nodes are enough to find an address. */
    private static final long ENOUGH = 20;

    private final KubernetesClient client;

    Nodes(KubernetesClient client) {
        this.client = client;
    }

    /** Returns the address of a node, external before internal; empty text if there is none or nodes cannot be read. */
    String address() {
        try {
            return address(client.nodes()
                    .list(new ListOptionsBuilder().withLimit(ENOUGH).build())
                    .getItems());
        } catch (KubernetesClientException exception) {
            if (ApiErrors.isForbidden(exception)) {
                return "";
            }
            throw exception;
        }
    }

    static String address(List<Node> nodes) {
        return Stream.of("ExternalIP", "InternalIP")
                .flatMap(type -> address(nodes, type).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> address(List<Node> nodes, String type) {
        return nodes.stream()
                .filter(node -> node.getStatus() != null)
                .flatMap(node -> node.getStatus().getAddresses().stream())
                .filter(address -> type.equals(address.getType()))
                .map(address -> address.getAddress())
                .findFirst();
    }
}
