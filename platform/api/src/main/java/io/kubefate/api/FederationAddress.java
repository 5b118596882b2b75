package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where a gateway connects, or is reached.
 *
 * @param name distinguishes the ports of a gateway, for example {@code http} and {@code grpc}; empty if there is only one purpose
 * @param tls whether the connection has TLS
 * @param host the host; empty if it is not known
 * @param port the port
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationAddress(String name, boolean tls, String host, int port) {}
