package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/** Requests a node's address until it is known, and caches it, because node addresses rarely change. */
final class AddressOnce implements Supplier<String> {

    private final Nodes nodes;
    private Optional<String> address = Optional.empty();

    AddressOnce(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Returns the address, or empty text while Kubernetes does not respond. */
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
