package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.HttpProxy;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sends requests one by one, by the HTTP client that starts fastest: docs/rationale.md has the figures. */
public final class HttpRequests {

    /** A larger body is sent as it is read, and not again if a proxy or the service requires a login. */
    private static final int LARGEST_IN_MEMORY = 1 << 20;

    private final Proxies proxies;
    private final Tls tls;

    /** One for all requests: Java uses a connection again only for the same one. */
    private final Optional<SSLSocketFactory> sockets;

    HttpRequests(Proxies proxies, Tls tls) {
        this.proxies = requireNonNull(proxies, "proxies is null");
        this.tls = requireNonNull(tls, "tls is null");
        this.sockets = TlsTrust.of(tls).map(SSLContext::getSocketFactory);
    }

    /**
     * Sends a request.
     *
     * @return the response with whatever status; a redirect is not followed
     * @throws HttpConnectTimeoutException if there is no connection in time
     * @throws HttpTimeoutException if there is no response in time
     */
    public HttpAnswer send(HttpCall call) throws IOException {
        HttpURLConnection connection = open(call);
        try {
            connect(connection);
            return exchange(call, connection);
        } catch (HttpRetryException e) {
            connection.disconnect();
            return new HttpAnswer(call, e.responseCode(), Map.of(), new byte[0]);
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private HttpURLConnection open(HttpCall call) throws IOException {
        Optional<HttpProxy> proxy = proxies.find(call.uri());
        HttpURLConnection connection = (HttpURLConnection) call.uri()
                .toURL()
                .openConnection(proxy.map(HttpRequests::address).orElse(Proxy.NO_PROXY));
        connection.setConnectTimeout((int) HttpAccess.CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) call.timeout().toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(call.method());
        connection.setRequestProperty("Accept", "*/*");
        call.headers().forEach(connection::setRequestProperty);
        proxy.ifPresent(through -> logIn(connection, through));
        if (connection instanceof HttpsURLConnection secure) {
            sockets.ifPresent(secure::setSSLSocketFactory);
            if (tls.insecure()) {
                secure.setHostnameVerifier((host, session) -> true);
            }
        }
        prepareBody(connection, call);
        return connection;
    }

    private static Proxy address(HttpProxy proxy) {
        return new Proxy(Proxy.Type.HTTP, proxy.address());
    }

    /** A tunnel asks for the login; a plain request has it at once, because a large body cannot be sent again. */
    private static void logIn(HttpURLConnection connection, HttpProxy proxy) {
        if (connection instanceof HttpsURLConnection) {
            connection.setAuthenticator(new ProxyLogin(proxy));
        } else {
            proxy.authorization().ifPresent(login -> connection.setRequestProperty("Proxy-Authorization", login));
        }
    }

    /** A request without a body has a length, too, if the method usually has one: some proxies require it. */
    private static void prepareBody(HttpURLConnection connection, HttpCall call) {
        boolean expected = call.method().equals("POST") || call.method().equals("PUT");
        if (!expected && call.body().length() == 0) {
            return;
        }
        connection.setDoOutput(true);
        if (call.body().length() > LARGEST_IN_MEMORY) {
            connection.setFixedLengthStreamingMode(call.body().length());
        }
        if (connection.getRequestProperty("Content-Type") == null) {
            connection.setRequestProperty("Content-Type", "application/json");
        }
    }

    private static void connect(HttpURLConnection connection) throws IOException {
        try {
            connection.connect();
        } catch (SocketTimeoutException e) {
            throw withCause(new HttpConnectTimeoutException("no connection in time"), e);
        }
    }

    private static HttpAnswer exchange(HttpCall call, HttpURLConnection connection) throws IOException {
        try {
            if (connection.getDoOutput()) {
                try (OutputStream out = connection.getOutputStream()) {
                    call.body().writeTo(out);
                }
            }
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new IOException("the answer is not HTTP");
            }
            return new HttpAnswer(call, status, headers(connection), content(connection, status));
        } catch (SocketTimeoutException e) {
            throw withCause(new HttpTimeoutException("no response in time"), e);
        }
    }

    private static Map<String, String> headers(HttpURLConnection connection) {
        return connection.getHeaderFields().entrySet().stream()
                .filter(header -> header.getKey() != null) // the status line
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
    }

    private static byte[] content(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            if (in != null) { // an error may have no body
                in.transferTo(content);
            }
            return content.toByteArray();
        }
    }

    private static <E extends IOException> E withCause(E failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }

    private static final class ProxyLogin extends Authenticator {

        private final HttpProxy proxy;

        ProxyLogin(HttpProxy proxy) {
            this.proxy = proxy;
        }

        /** Returns null for others, as the API wants it. */
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY ? proxy.login().orElse(null) : null;
        }
    }
}
