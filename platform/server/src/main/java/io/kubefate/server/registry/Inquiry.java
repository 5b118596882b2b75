package io.kubefate.server.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks images for one request. Caches connections to registries only during the request. */
final class Inquiry {

    private final Map<String, Registry> registries = new ConcurrentHashMap<>();
    private final Connection connection;
    private final Set<String> insecure;
    private final Set<String> listed;
    private final Keyring keyring;

    /**
     * @param insecure the registries that may be used over http, in lower case
     * @param listed the registries whose failures are explained, in lower case
     */
    Inquiry(Connection connection, Set<String> insecure, Set<String> listed, Keyring keyring) {
        this.connection = connection;
        this.insecure = insecure;
        this.listed = listed;
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
        return registries.computeIfAbsent(name.toLowerCase(Locale.ROOT), this::open);
    }

    /** The name of Docker Hub is not chosen by a user, so its failures tell nothing about the service's network. */
    private Registry open(String host) {
        boolean explained = listed.contains(host) || host.equals(ImageReference.DOCKER_HUB);
        return new Registry(host, insecure.contains(host), explained, connection);
    }
}
