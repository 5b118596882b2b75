package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A web page: a Service with one port, or with a port named for HTTP.
 *
 * @param service the Service's name
 * @param module its module, or empty text
 * @param port the Service's port
 * @param urls the addresses of Ingresses that route to it
 */
public record Page(String service, String module, int port, List<String> urls) {

    public Page {
        requireNonNull(service, "service is null");
        requireNonNull(module, "module is null");
        urls = List.copyOf(urls);
    }

    /** Returns whether the page has this name. */
    public boolean isNamed(String name) {
        return service.equals(name) || module.equals(name);
    }

    /** Returns the first address. */
    public Optional<String> url() {
        return urls.stream().findFirst();
    }
}
