package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A port of a gateway's Service at which other parties connect.
 *
 * @param name distinguishes the ports of one gateway, for example {@code http} and {@code grpc}; empty if there is only one purpose
 * @param tls whether the gateway expects TLS there
 * @param port the port of the Service, 1 to 65535
 * @param nodePort its node port, if the cluster.yaml has one that has an effect
 * @since 1.5.0
 */
public record GatewayPort(String name, boolean tls, int port, Optional<Integer> nodePort) {

    public GatewayPort {
        requireNonNull(name, "name is null");
        requireNonNull(nodePort, "nodePort is null");
    }
}
