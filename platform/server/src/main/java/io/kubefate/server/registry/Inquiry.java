package io.kubefate.server.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One request's conversation with registries; nothing of it outlives the request. */
final class Inquiry {

    private final Map<String, Registry> registries = new ConcurrentHashMap<>();
    private final Connection connection;
    private final Set<String> insecure;
    private final Keyring keyring;

    Inquiry(Connection connection, Set<String> insecure, Keyring keyring) {
        this.connection = connection;
        this.insecure = insecure;
        this.keyring = keyring;
    }

    /** {@return what its registry says of an image, which is named as in a pod template} */
    Availability ask(String name) throws InterruptedException {
        Optional<ImageReference> image = ImageReference.parse(name);
        if (image.isEmpty()) {
            return new Availability(Availability.Status.INVALID, "this is no name of an image");
        }
        return registry(image.get().registry()).check(image.get(), keyring);
    }

    private Registry registry(String name) {
        return registries.computeIfAbsent(name, host -> new Registry(host, insecure.contains(host), connection));
    }
}
