package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.HttpProxy;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Tls;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/** Sends requests and opens streams, through a proxy where there is one. */
public final class HttpAccess {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Proxies proxies;

    public HttpAccess(Proxies proxies) {
        this.proxies = requireNonNull(proxies, "proxies is null");
    }

    /** {@return what sends requests whose response has an end} */
    public HttpRequests requests(Tls tls) {
        return new HttpRequests(proxies, tls);
    }

    /** {@return a client for streams, which starts slowly} */
    HttpClient streamClient(Tls tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // ingress controllers may reject the upgrade to HTTP/2
                .proxy(new Selector(proxies))
                .connectTimeout(CONNECT_TIMEOUT);
        TlsTrust.of(tls).ifPresent(builder::sslContext);
        return builder.build();
    }

    /** {@return a request with the credentials of the proxy; an authenticator of the client would fail on the 401 of a service} */
    HttpRequest.Builder streamRequest(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        proxies.find(uri)
                .flatMap(HttpProxy::authorization)
                .ifPresent(login -> request.header("Proxy-Authorization", login));
        return request;
    }

    private static final class Selector extends ProxySelector {

        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return proxies.find(uri)
                    .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, proxy.address())))
                    .orElse(List.of(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // the request fails with it
        }
    }
}
