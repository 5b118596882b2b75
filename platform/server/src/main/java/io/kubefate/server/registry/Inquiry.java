package io.kubefate.server.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks images for one request. Caches connections to registries only during the request. */
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

    /** Returns the availability of an image, which is named as in a pod template. */
    Availability ask(String name) throws InterruptedException {
        Optional<ImageReference> image = ImageReference.parse(name);
        if (image.isEmpty()) {
            return new Availability(Availability.Status.INVALID, "invalid image name");
        }
        return registry(image.get().registry()).check(image.get(), keyring);
    }

    private Registry registry(String name) {
        return registries.computeIfAbsent(name, host -> new Registry(host, insecure.contains(host), connection));
    }
}
