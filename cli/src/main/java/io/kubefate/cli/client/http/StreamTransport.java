package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Opens WebSockets and streams of server-sent events. */
public final class StreamTransport {

    private static final String EVENT_STREAM = "text/event-stream";
    private static final int UNAUTHORIZED = 401;

    /** The service starts a stream at once; behind a proxy that buffers responses it never starts. */
    private static final Duration STREAM_TIMEOUT = Duration.ofSeconds(10);

    private final Transport transport;

    public StreamTransport(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    public WebSocket webSocket(String path, WebSocket.Listener listener) {
        try {
            return authorized(path, "*/*", request -> handshake(request, listener));
        } catch (RejectedException e) {
            throw rejection(path, path, e);
        } catch (IOException e) {
            throw transport.connectionErrors().of(transport.uri(path), e);
        }
    }

    /**
     * Opens a stream of server-sent events.
     *
     * @param plainPath a path that returns the same without a stream; a GET of it explains why the stream is rejected
     */
    public InputStream eventStream(String path, String plainPath) {
        try {
            return authorized(path, EVENT_STREAM, request -> begin(request, Transport.RESPONSE_TIMEOUT))
                    .body();
        } catch (RejectedException e) {
            throw rejection(path, plainPath, e);
        } catch (IOException e) {
            throw transport.connectionErrors().of(transport.uri(path), e);
        }
    }

    /**
     * Opens a stream of server-sent events if there is one.
     *
     * @return empty if the service has no stream at this path, or a proxy does not pass it on
     */
    public Optional<InputStream> findEventStream(String path) {
        try {
            HttpResponse<InputStream> response =
                    authorized(path, EVENT_STREAM, request -> begin(request, STREAM_TIMEOUT));
            if (response.headers().firstValue("content-type").orElse("").startsWith(EVENT_STREAM)) {
                return Optional.of(response.body());
            }
            response.body().close();
            return Optional.empty();
        } catch (RejectedException e) {
            if (e.status() == UNAUTHORIZED || e.status() >= 500) {
                throw transport.errorResponses().of(e.answer);
            }
            return Optional.empty();
        } catch (HttpTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw transport.connectionErrors().of(transport.uri(path), e);
        }
    }

    /** A stream may be opened long after the login, so a second attempt uses a new token. */
    private <T> T authorized(String path, String accept, Opening<T> opening) throws IOException {
        try {
            return opening.open(transport.streamRequest(path, accept));
        } catch (RejectedException e) {
            if (e.status() != UNAUTHORIZED) {
                throw e;
            }
            transport.rejectToken();
            return opening.open(transport.streamRequest(path, accept));
        }
    }

    private WebSocket handshake(HttpRequest request, WebSocket.Listener listener) throws IOException {
        URI uri = URI.create(request.uri().toString().replaceFirst("^http", "ws"));
        WebSocket.Builder builder =
                transport.streamClient().newWebSocketBuilder().connectTimeout(HttpAccess.CONNECT_TIMEOUT);
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        try {
            return await(builder.buildAsync(uri, listener), uri, Transport.RESPONSE_TIMEOUT);
        } catch (WebSocketHandshakeException e) {
            transport.trace(request.method(), request.uri(), e.getResponse().statusCode());
            throw new RejectedException(answer(request, e.getResponse(), new byte[0]));
        }
    }

    private HttpResponse<InputStream> begin(HttpRequest request, Duration timeout) throws IOException {
        HttpResponse<InputStream> response = await(
                transport.streamClient().sendAsync(request, BodyHandlers.ofInputStream()), request.uri(), timeout);
        transport.trace(request.method(), request.uri(), response.statusCode());
        if (response.statusCode() == 200) {
            return response;
        }
        try (InputStream body = response.body()) {
            throw new RejectedException(answer(request, response, body.readAllBytes()));
        }
    }

    private static HttpAnswer answer(HttpRequest request, HttpResponse<?> response, byte[] content) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        return new HttpAnswer(
                HttpCall.get(request.uri(), Transport.RESPONSE_TIMEOUT), response.statusCode(), headers, content);
    }

    private static <T> T await(CompletableFuture<T> response, URI uri, Duration timeout) throws IOException {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new HttpTimeoutException("no response within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + uri, e);
        }
    }

    /** A rejected handshake has no readable body, so a plain request obtains the error. */
    private CommandException rejection(String path, String plainPath, IOException cause) {
        transport.send("GET", plainPath, new TypeReference<Object>() {});
        return transport.connectionErrors().of(transport.uri(path), cause);
    }

    private interface Opening<T> {

        T open(HttpRequest request) throws IOException;
    }

    /** The service responded, but did not open the stream. */
    @SuppressWarnings("serial") // never serialized
    private static final class RejectedException extends IOException {

        private final HttpAnswer answer;

        RejectedException(HttpAnswer answer) {
            super("status " + answer.status());
            this.answer = answer;
        }

        int status() {
            return answer.status();
        }
    }
}
