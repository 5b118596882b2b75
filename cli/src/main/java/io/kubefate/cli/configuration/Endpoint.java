package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The host and port of a URL.
 *
 * @param host an IPv6 address has no brackets
 */
public record Endpoint(String host, int port) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public Endpoint {
        requireNonNull(host, "host is null");
    }

    /** {@return the endpoint of a URL; by default with the port of its scheme} */
    public static Endpoint of(URI url) {
        int standard = url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        return new Endpoint(url.getHost().replaceAll("[\\[\\]]", ""), url.getPort() < 0 ? standard : url.getPort());
    }

    /** {@return the address, not resolved} */
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** {@return {@code host:port}; an IPv6 address has brackets} */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
