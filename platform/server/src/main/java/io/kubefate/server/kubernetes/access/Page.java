package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a browser can be pointed at: a Service with one port, or a port that is named for HTTP.
 *
 * @param service the Service's name
 * @param module its module, or empty text
 * @param port the Service's port
 * @param urls the addresses at which Ingresses lead to it
 */
public record Page(String service, String module, int port, List<String> urls) {

    /** Copies the list. */
    public Page {
        requireNonNull(service, "service is null");
        requireNonNull(module, "module is null");
        urls = List.copyOf(urls);
    }

    /** {@return whether it is called this} */
    public boolean isNamed(String name) {
        return service.equals(name) || module.equals(name);
    }

    /** {@return the first address} */
    public Optional<String> url() {
        return urls.stream().findFirst();
    }
}
