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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        HttpRequest request = transport.streamRequest(path, "*/*");
        try {
            return handshake(request, listener);
        } catch (WebSocketHandshakeException e) {
            transport.trace(request, e.getResponse().statusCode());
            if (e.getResponse().statusCode() == UNAUTHORIZED) {
                return retryWebSocket(path, listener);
            }
            throw rejection(path, request.uri(), e);
        } catch (IOException e) {
            throw transport.connectionErrors().of(request.uri(), e);
        }
    }

    /**
     * Opens a stream of server-sent events.
     *
     * @param plainPath a path that returns the same without a stream; a GET of it explains why the stream is rejected
     */
    public InputStream eventStream(String path, String plainPath) {
        HttpRequest request = transport.streamRequest(path, EVENT_STREAM);
        try {
            HttpResponse<InputStream> response = begin(request, Transport.RESPONSE_TIMEOUT);
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            throw rejection(plainPath, request.uri(), new IOException("status " + response.statusCode()));
        } catch (IOException e) {
            throw transport.connectionErrors().of(request.uri(), e);
        }
    }

    /**
     * Opens a stream of server-sent events if there is one.
     *
     * @return empty if the service has no stream at this path, or a proxy does not pass it on
     */
    public Optional<InputStream> findEventStream(String path) {
        HttpRequest request = transport.streamRequest(path, EVENT_STREAM);
        try {
            HttpResponse<InputStream> response = begin(request, STREAM_TIMEOUT);
            if (response.statusCode() == UNAUTHORIZED) {
                response.body().close();
                transport.forgetToken();
                request = transport.streamRequest(path, EVENT_STREAM);
                response = begin(request, STREAM_TIMEOUT);
            }
            return eventStream(response);
        } catch (HttpTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw transport.connectionErrors().of(request.uri(), e);
        }
    }

    private Optional<InputStream> eventStream(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.statusCode() == 200 && type.startsWith(EVENT_STREAM)) {
            return Optional.of(response.body());
        }
        try (InputStream body = response.body()) {
            if (response.statusCode() == UNAUTHORIZED || response.statusCode() >= 500) {
                throw transport.errorResponses().of(response, body.readAllBytes());
            }
            return Optional.empty();
        }
    }

    /** Tries again with a new token. */
    private WebSocket retryWebSocket(String path, WebSocket.Listener listener) {
        transport.forgetToken();
        HttpRequest request = transport.streamRequest(path, "*/*");
        try {
            return handshake(request, listener);
        } catch (WebSocketHandshakeException e) {
            throw rejection(path, request.uri(), e);
        } catch (IOException e) {
            throw transport.connectionErrors().of(request.uri(), e);
        }
    }

    private WebSocket handshake(HttpRequest request, WebSocket.Listener listener) throws IOException {
        URI uri = URI.create(request.uri().toString().replaceFirst("^http", "ws"));
        WebSocket.Builder builder = transport.http().newWebSocketBuilder().connectTimeout(Transport.CONNECT_TIMEOUT);
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return await(builder.buildAsync(uri, listener), uri, Transport.RESPONSE_TIMEOUT);
    }

    private HttpResponse<InputStream> begin(HttpRequest request, Duration timeout) throws IOException {
        HttpResponse<InputStream> response =
                await(transport.http().sendAsync(request, BodyHandlers.ofInputStream()), request.uri(), timeout);
        transport.trace(request, response.statusCode());
        return response;
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

    /** A rejected handshake has no readable body, so a plain request for the same path obtains the error. */
    private CommandException rejection(String path, URI uri, IOException cause) {
        transport.send("GET", path, new TypeReference<Object>() {});
        return transport.connectionErrors().of(uri, cause);
    }
}
