package io.kubefate.cli.client;

import io.kubefate.cli.error.CommandException;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A conversation with a pod through the service, in frames as Kubernetes has them ({@code v4.channel.k8s.io}): the number of a stream,
 * and what is for it. Only a few frames are fetched before somebody wants them.
 */
public final class PodChannel implements WebSocket.Listener, AutoCloseable {

    private static final int AHEAD = 16;
    private static final int NORMAL = 1000;

    private final BlockingQueue<Optional<Frame>> frames = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile String failure = "";

    /** For {@link PodClient}. */
    PodChannel() {}

    /**
     * What came.
     *
     * @param stream for whom
     * @param content what
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares frames
    public record Frame(int stream, byte[] content) {}

    void use(WebSocket opened) {
        socket.complete(opened);
    }

    /**
     * Waits for the next frame.
     *
     * @return empty at the end
     */
    public Optional<Frame> next() {
        try {
            Optional<Frame> next = frames.take();
            if (next.isEmpty()) {
                frames.add(next); // for whoever asks again
            }
            socket.join().request(1);
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while reading", e);
        }
    }

    /** {@return why it ended, if it was not meant to; else empty text} */
    public String failure() {
        return failure;
    }

    /**
     * Sends a frame, and waits until it is on its way.
     *
     * @param stream for whom
     * @param content what
     * @param length how many bytes of that
     * @return whether it was sent; not so after the end
     */
    public synchronized boolean send(int stream, byte[] content, int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 1).put((byte) stream).put(content, 0, length);
        try {
            socket.join().sendBinary(frame.flip(), true).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.thenAccept(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(AHEAD);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket opened, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        message.writeBytes(part);
        if (!last) {
            opened.request(1);
            return CompletableFuture.completedStage(null);
        }
        byte[] frame = message.toByteArray();
        message.reset();
        if (frame.length > 0) {
            byte[] content = new byte[frame.length - 1];
            System.arraycopy(frame, 1, content, 0, content.length);
            frames.add(Optional.of(new Frame(frame[0], content)));
        }
        return CompletableFuture.completedStage(null);
    }

    /** The library answers it. */
    @Override
    public CompletionStage<?> onPing(WebSocket opened, ByteBuffer content) {
        opened.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket opened, int code, String reason) {
        if (code != NORMAL) {
            failure = reason.isEmpty() ? "the service ended it with code " + code : reason;
        }
        frames.add(Optional.empty());
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket opened, Throwable cause) {
        failure = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        frames.add(Optional.empty());
    }
}
