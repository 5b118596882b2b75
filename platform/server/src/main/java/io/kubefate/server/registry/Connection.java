package io.kubefate.server.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends GET and HEAD requests over http and https only. It follows a limited number of redirects itself, because credentials must not
 * be sent to another host, nor from https to http.
 */
final class Connection implements AutoCloseable {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_BODY = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Http1Config HTTP = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private final CloseableHttpClient http;
    private final Duration answerLimit;

    /** The body is longer than that of any registry. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Creates a connection through the JVM's proxy, if it has one.
     *
     * @param connectLimit the timeout for connecting
     * @param answerLimit the timeout for a complete response
     * @param destinations the addresses to which it connects
     */
    Connection(Duration connectLimit, Duration answerLimit, Destinations destinations) {
        this.answerLimit = answerLimit;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(connectLimit, answerLimit, destinations))
                .setRoutePlanner(destinations)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("kubefate")
                .build();
    }

    /**
     * Sends a request.
     *
     * @param method GET or HEAD
     * @param uri the address
     * @param authorization the value of this header, empty for none; sent only to the origin of the uri
     * @return the response, which is not a redirect
     * @throws IOException the exception of the client
     * @throws UnreachableException if the response is invalid
     */
    Answer send(String method, URI uri, String authorization)
            throws IOException, UnreachableException, InterruptedException {
        URI target = uri;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Answer answer = exchange(request(method, target, sameOrigin(uri, target) ? authorization : ""), target);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            target = next(target, answer);
        }
        throw new UnreachableException("it redirects too many times");
    }

    /** Ends requests that are still running. */
    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    /** Returns whether credentials for one address may be sent to the other. */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    private static HttpClientConnectionManager connections(
            Duration connectLimit, Duration answerLimit, Destinations destinations) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(destinations)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HTTP)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectLimit))
                        .setSocketTimeout(Timeout.of(answerLimit))
                        .build())
                .setMaxConnPerRoute(Registries.AT_ONCE)
                .setMaxConnTotal(Registries.AT_ONCE)
                .build();
    }

    private static URI next(URI from, Answer answer) throws UnreachableException {
        String location = answer.header("Location").orElse("");
        try {
            URI next = from.resolve(location);
            boolean downgrade = "https".equals(from.getScheme()) && !"https".equalsIgnoreCase(next.getScheme());
            if (!location.isEmpty() && !downgrade) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new UnreachableException("it redirects to an insecure or invalid address");
    }

    private static HttpUriRequestBase request(String method, URI uri, String authorization)
            throws UnreachableException {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean address = Set.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getPort() < 1 << 16;
        boolean sendable = authorization.chars().allMatch(character -> character >= ' ' && character < 0x7f);
        if (!address || !sendable) {
            // A message with the address or token could quote data from the registry.
            throw new UnreachableException("it sends an address or a token that is invalid in HTTP");
        }
        HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
        request.setHeader("Accept", String.join(", ", ManifestTypes.ALL) + ", application/json");
        if (!authorization.isEmpty()) {
            request.setHeader("Authorization", authorization);
        }
        return request;
    }

    /** The timeouts of the client begin again with every byte; this one includes the whole response. */
    private Answer exchange(HttpUriRequestBase request, URI uri) throws IOException {
        CompletableFuture.delayedExecutor(answerLimit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(request::cancel);
        try {
            return http.execute(request, response -> answer(uri, request, response));
        } catch (IOException e) {
            throw request.isCancelled() && !(e instanceof TooLong) ? timeout(e) : e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IOException("the request cannot be sent", e);
        }
    }

    private static SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("no response in time");
        timeout.initCause(cause);
        return timeout;
    }

    private static Answer answer(URI uri, HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        return new Answer(uri, response.getCode(), List.of(response.getHeaders()), body(request, response));
    }

    /** Cancels a longer response, which the client would read to its end. */
    private static String body(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        InputStream content = response.getEntity().getContent();
        byte[] bytes = content.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            request.cancel();
            throw new TooLong();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
