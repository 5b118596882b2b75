package io.kubefate.cli.client;

import io.kubefate.cli.error.CommandException;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** The text messages of a WebSocket, one after another. Only a few are fetched before somebody wants them. */
public final class LogStream implements WebSocket.Listener, AutoCloseable {

    private static final int AHEAD = 64;
    private static final int BROKEN = 1006;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private Optional<Message> end = Optional.empty();

    /** For {@link PodClient}. */
    LogStream() {}

    /**
     * The end of a conversation.
     *
     * @param code of the protocol: 1000 if the service ended it, for a reason
     * @param reason for people, or empty text
     */
    public record End(int code, String reason) {

        /** {@return whether it was not meant to end} */
        public boolean isAccident() {
            return code != WebSocket.NORMAL_CLOSURE;
        }
    }

    private record Message(String text, Optional<End> end) {}

    void read(WebSocket opened) {
        socket.complete(opened);
    }

    /**
     * Waits for the next message.
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
                end = Optional.of(next);
                return Optional.empty();
            }
            socket.thenAccept(open -> open.request(1));
            return Optional.of(next.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while reading", e);
        }
    }

    /** {@return how it ended; once there was no {@link #next} message} */
    public End end() {
        return end.flatMap(Message::end).orElseThrow();
    }

    @Override
    public void close() {
        socket.thenAccept(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(AHEAD);
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

    /** What is sent to keep the connection alive is answered by the library, and is not asked for by anybody. */
    @Override
    public CompletionStage<?> onPing(WebSocket opened, java.nio.ByteBuffer content) {
        opened.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket opened, int code, String reason) {
        boolean silent = reason.isEmpty() && code != WebSocket.NORMAL_CLOSURE;
        String text = silent ? "the service closed it with code " + code : reason;
        messages.add(new Message("", Optional.of(new End(code, text))));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket opened, Throwable failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        messages.add(new Message("", Optional.of(new End(BROKEN, reason))));
    }
}
