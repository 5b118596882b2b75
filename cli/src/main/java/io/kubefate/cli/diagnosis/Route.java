package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.ProxyTunnel;
import io.kubefate.cli.configuration.Endpoint;
import io.kubefate.cli.configuration.HttpProxy;
import io.kubefate.cli.configuration.Proxies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** The TCP connections to a service, directly or through a proxy. */
final class Route {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final URI service;
    private final Proxies proxies;

    Route(URI service, Proxies proxies) {
        this.service = requireNonNull(service, "service is null");
        this.proxies = requireNonNull(proxies, "proxies is null");
    }

    Optional<HttpProxy> proxy() {
        return proxies.find(service);
    }

    /** {@return the variable with a proxy that is not used} */
    Optional<String> unusedProxy() {
        return proxies.unused(service);
    }

    boolean isEncrypted() {
        return service.getScheme().equals("https");
    }

    /** {@return host and port of the service} */
    Endpoint service() {
        return Endpoint.of(service);
    }

    /** {@return the address that this machine connects to: the service or the proxy; not resolved} */
    InetSocketAddress first() {
        return proxy().map(HttpProxy::address).orElseGet(() -> service().address());
    }

    /** {@return a connection to {@link #first()}} */
    Socket toFirst() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(first().getHostString(), first().getPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** {@return a connection to the service} */
    Socket toService() throws IOException {
        Socket socket = toFirst();
        try {
            if (proxy().isPresent()) {
                ProxyTunnel.open(socket, proxy().get(), service());
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
