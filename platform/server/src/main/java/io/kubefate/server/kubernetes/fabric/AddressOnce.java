package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for a node's address until there is an answer, and keeps it: nodes hardly ever change their address. */
final class AddressOnce implements Supplier<String> {

    private final Nodes nodes;
    private Optional<String> address = Optional.empty();

    AddressOnce(Nodes nodes) {
        this.nodes = nodes;
    }

    /** {@return the address, or empty text as long as Kubernetes does not answer} */
    @Override
    public synchronized String get() {
        if (address.isEmpty()) {
            try {
                address = Optional.of(nodes.address());
            } catch (KubernetesClientException exception) {
                return "";
            }
        }
        return address.get();
    }
}
