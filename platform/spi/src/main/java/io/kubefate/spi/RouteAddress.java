package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

/**
 * An address to which a route leads.
 *
 * @param name the {@link GatewayPort#name} of the port of the other gateway; the host does not compare an address whose name the other
 *     gateway does not have
 * @param tls whether the gateway connects with TLS
 * @param host a host name or IP address, as in the cluster.yaml; can be empty
 * @param port 1 to 65535
 * @since 1.5.0
 */
public record RouteAddress(String name, boolean tls, String host, int port) {

    public RouteAddress {
        requireNonNull(name, "name is null");
        requireNonNull(host, "host is null");
    }
}
