package io.kubefate.server.registry;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends GET and HEAD requests over http and https only. It follows a limited number of redirects itself, because credentials must not
 * be sent to another host, nor from https to http.
 */
final class Connection {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_BODY = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final Duration answerLimit;

    /**
     * Creates a connection through the JVM's proxy, if it has one.
     *
     * @param connectLimit the timeout for connecting
     * @param answerLimit the timeout for a complete response
     */
    Connection(Duration connectLimit, Duration answerLimit) {
        this.answerLimit = answerLimit;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // proxies may refuse the upgrade to HTTP/2
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault())
                .connectTimeout(connectLimit)
                .build();
    }

    /**
     * Sends a request.
     *
     * @param method GET or HEAD
     * @param uri the address
     * @param authorization the value of this header, empty for none; sent only to the origin of the uri
     * @return the response, which is not a redirect
     * @throws IOException the exception of the JDK's client
     * @throws UnreachableException if the response is invalid
     */
    Answer send(String method, URI uri, String authorization)
            throws IOException, UnreachableException, InterruptedException {
        URI target = uri;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpRequest request = request(method, target, sameOrigin(uri, target) ? authorization : "");
            HttpResponse<byte[]> response = await(http.sendAsync(request, info -> new BoundedBody(MAX_BODY)));
            if (!REDIRECTS.contains(response.statusCode())) {
                return new Answer(
                        target,
                        response.statusCode(),
                        response.headers(),
                        new String(response.body(), StandardCharsets.UTF_8));
            }
            target = next(target, response);
        }
        throw new UnreachableException("it redirects too many times");
    }

    /** Returns whether credentials for one address may be sent to the other. */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    private static URI next(URI from, HttpResponse<?> response) throws UnreachableException {
        String location = response.headers().firstValue("Location").orElse("");
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

    private static HttpRequest request(String method, URI uri, String authorization) throws UnreachableException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("User-Agent", "kubefate")
                    .header("Accept", String.join(", ", ManifestTypes.ALL) + ", application/json");
            return authorization.isEmpty()
                    ? request.build()
                    : request.header("Authorization", authorization).build();
        } catch (IllegalArgumentException e) {
            // The message may contain data from the registry, even a token.
            throw new UnreachableException("it sends an address or a token that is invalid in HTTP");
        }
    }

    /** The JDK's own timeout ends with the headers; this one includes the body. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> call)
            throws IOException, InterruptedException {
        try {
            return call.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no response in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            call.cancel(true);
        }
    }
}
