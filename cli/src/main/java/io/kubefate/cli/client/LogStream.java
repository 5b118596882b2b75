package io.kubefate.cli.client;

import io.kubefate.cli.error.CommandException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Log lines from a WebSocket. Reads only a few lines ahead. */
public final class LogStream implements WebSocket.Listener, AutoCloseable {

    private static final int READ_AHEAD = 64;
    private static final int ABNORMAL_CLOSURE = 1006;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private Optional<End> end = Optional.empty();

    LogStream() {}

    /**
     * The end of the stream.
     *
     * @param code the WebSocket close code; 1000 if the service ended the stream
     * @param reason may be empty
     */
    public record End(int code, String reason) {

        /** {@return whether the connection was lost} */
        public boolean isLost() {
            return code != WebSocket.NORMAL_CLOSURE;
        }
    }

    private record Message(String text, Optional<End> end) {}

    void attach(WebSocket opened) {
        socket.complete(opened);
    }

    /**
     * Waits for the next line.
     *
     * @return empty at the end
     */
    public Optional<String> next() {
        if (end.isPresent()) {
            return Optional.empty();
        }
        try {
            Message next = messages.take();
            if (next.end().isPresent()) {
                end = next.end();
                return Optional.empty();
            }
            socket.thenAccept(open -> open.request(1));
            return Optional.of(next.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while reading", e);
        }
    }

    /** {@return how the stream ended; only after {@link #next} returned empty} */
    public End end() {
        return end.orElseThrow();
    }

    @Override
    public void close() {
        socket.thenAccept(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(READ_AHEAD);
    }

    @Override
    public CompletionStage<?> onText(WebSocket opened, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            messages.add(new Message(message.toString(), Optional.empty()));
            message.setLength(0);
        } else {
            opened.request(1);
        }
        return CompletableFuture.completedStage(null);
    }

    /** The HTTP client sends the pong. */
    @Override
    public CompletionStage<?> onPing(WebSocket opened, ByteBuffer content) {
        opened.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket opened, int code, String reason) {
        String text = code == WebSocket.NORMAL_CLOSURE ? reason : LostConnection.reason(code, reason);
        messages.add(new Message("", Optional.of(new End(code, text))));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket opened, Throwable failure) {
        messages.add(new Message("", Optional.of(new End(ABNORMAL_CLOSURE, LostConnection.reason(failure)))));
    }
}
