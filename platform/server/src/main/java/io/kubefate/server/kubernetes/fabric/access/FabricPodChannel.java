package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import io.kubefate.server.kubernetes.access.PodChannel;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A WebSocket of the API server, whose frames are forwarded unchanged. */
final class FabricPodChannel implements WebSocket.Listener {

    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int NORMAL = 1000;
    private static final int TIMEOUT_SECONDS = 10;

    private final PodChannel.Listener listener;
    private final String subresource;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Creates a channel.
     *
     * @param subresource the resource of the required permission, for the message of a refusal
     */
    FabricPodChannel(PodChannel.Listener listener, String subresource) {
        this.listener = listener;
        this.subresource = subresource;
    }

    /** Connects and reports the result to the listener. */
    void connect(KubernetesClient client, String path) {
        String server = client.getMasterUrl().toString().replaceFirst("/*$", "/");
        client.getHttpClient()
                .newWebSocketBuilder()
                .uri(URI.create(server + path))
                .subprotocol(PROTOCOL)
                .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .buildAsync(this)
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        end(reason(failure));
                    }
                });
    }

    @Override
    public void onOpen(WebSocket socket) {
        listener.opened(new Sender(socket));
        socket.request();
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer frame) {
        listener.frame(frame, socket::request);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason) {
        socket.sendClose(NORMAL, "");
        end(code == NORMAL || code == 1005 ? "" : Objects.toString(reason, "") + " (code " + code + ")");
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end(reason(failure));
    }

    private void end(String failure) {
        if (ended.compareAndSet(false, true)) {
            listener.closed(failure);
        }
    }

    private String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof WebSocketHandshakeException refused) || refused.getResponse() == null) {
            return "no connection to the pod: " + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        }
        int code = refused.getResponse().code();
        return switch (code) {
            case 403 -> "the service has no permission to create " + subresource;
            case 404 -> "the pod does not exist any more";
            default -> "Kubernetes responds to " + subresource + " with status " + code;
        };
    }

    private record Sender(WebSocket socket) implements PodChannel {

        @Override
        public void send(ByteBuffer frame) {
            socket.send(frame);
        }

        @Override
        public long waiting() {
            return socket.queueSize();
        }

        @Override
        public void close() {
            socket.sendClose(NORMAL, "");
        }
    }
}
