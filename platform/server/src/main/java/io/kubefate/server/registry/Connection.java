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
 * Sends GET and HEAD over http and https, and nothing else. It follows a few redirects itself, because a login must not follow
 * them to another host, nor from https to http.
 */
final class Connection {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_BODY = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final Duration answerLimit;

    /**
     * A connection through the JVM's proxy, if it has one.
     *
     * @param connectLimit how long connecting may take
     * @param answerLimit how long a whole answer may take
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
     * Asks.
     *
     * @param method GET or HEAD
     * @param uri where
     * @param authorization the value of this header; empty for none; sent to this uri's origin alone
     * @return the answer, which is no redirect
     * @throws IOException what the JDK's client throws
     * @throws UnreachableException if the answer cannot be used
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
        throw new UnreachableException("it redirects without end");
    }

    /** {@return whether a login for the one may be sent to the other} */
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
            // said below
        }
        throw new UnreachableException("it redirects to where no login is safe or no registry can be");
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
            // Its message may hold what the registry sent, even a token.
            throw new UnreachableException("it names an address or a token that HTTP does not allow");
        }
    }

    /** The JDK's own time limit ends with the headers; this one holds for the body, too. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> call)
            throws IOException, InterruptedException {
        try {
            return call.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            call.cancel(true);
        }
    }
}
