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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests whose answers go on: WebSockets and streams. Why one is refused is asked by a plain request, which is refused as well. */
public final class StreamTransport {

    private final Transport transport;

    public StreamTransport(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** Opens a WebSocket; throws as every request. */
    public WebSocket open(String path, WebSocket.Listener listener) {
        HttpRequest request = transport.authorized(path);
        try {
            return socket(request, listener);
        } catch (WebSocketHandshakeException e) {
            if (e.getResponse().statusCode() == 401 && transport.forgetToken(request)) {
                return retried(path, listener);
            }
            throw refusal(path, request.uri(), e);
        } catch (IOException e) {
            throw transport.disconnection(request.uri(), e);
        }
    }

    /**
     * Opens a stream of server-sent events; throws as every request.
     *
     * @param plain a path to ask when it is refused
     */
    public InputStream stream(String path, String plain) {
        HttpRequest request = HttpRequest.newBuilder(transport.authorized(path), (name, value) -> true)
                .setHeader("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<InputStream> response =
                    await(transport.http().sendAsync(request, BodyHandlers.ofInputStream()), request.uri());
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            throw refusal(plain, request.uri(), new IOException("status " + response.statusCode()));
        } catch (IOException e) {
            throw transport.disconnection(request.uri(), e);
        }
    }

    /** With a token that was asked for just now. */
    private WebSocket retried(String path, WebSocket.Listener listener) {
        HttpRequest request = transport.authorized(path);
        try {
            return socket(request, listener);
        } catch (WebSocketHandshakeException e) {
            throw refusal(path, request.uri(), e);
        } catch (IOException e) {
            throw transport.disconnection(request.uri(), e);
        }
    }

    private WebSocket socket(HttpRequest request, WebSocket.Listener listener) throws IOException {
        URI uri = URI.create(request.uri().toString().replaceFirst("^http", "ws"));
        WebSocket.Builder builder = transport
                .http()
                .newWebSocketBuilder()
                .connectTimeout(Transport.CONNECT_TIMEOUT)
                .header("User-Agent", "kubefate")
                .header(
                        "Authorization",
                        request.headers().firstValue("Authorization").orElseThrow());
        return await(builder.buildAsync(uri, listener), uri);
    }

    private static <T> T await(CompletableFuture<T> answer, URI uri) throws IOException {
        try {
            return answer.get(Transport.ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + uri, e);
        }
    }

    /** A refused handshake comes without its words: the same is asked again. */
    private CommandException refusal(String path, URI uri, IOException cause) {
        transport.send("GET", path, new TypeReference<Object>() {});
        return transport.disconnection(uri, cause);
    }
}
