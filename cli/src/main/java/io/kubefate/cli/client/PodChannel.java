package io.kubefate.cli.client;

import io.kubefate.cli.error.CommandException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A connection to a pod through the service, in frames of Kubernetes ({@code v4.channel.k8s.io}): the number of a stream, then its
 * content. Reads only a few frames ahead.
 */
public final class PodChannel implements WebSocket.Listener, AutoCloseable {

    private static final int READ_AHEAD = 16;
    private static final int BUFFER_SIZE = 32 * 1024;

    private final BlockingQueue<Optional<Frame>> frames = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile String failure = "";

    PodChannel() {}

    @SuppressWarnings("ArrayRecordComponent") // frames are not compared
    public record Frame(int stream, byte[] content) {}

    void attach(WebSocket opened) {
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
                frames.add(next); // for the next call
            }
            socket.join().request(1);
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while reading", e);
        }
    }

    /** {@return why the connection was lost; empty if it was not} */
    public String failure() {
        return failure;
    }

    /**
     * Sends a frame.
     *
     * @param length the number of bytes of the content
     * @return false if the connection has ended
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

    /** Sends all input as frames, until the input or the connection ends. */
    public void sendAll(int stream, InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        int count = in.read(buffer);
        while (count >= 0 && send(stream, buffer, count)) {
            count = in.read(buffer);
        }
    }

    @Override
    public void close() {
        socket.thenAccept(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(READ_AHEAD);
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

    /** The HTTP client sends the pong. */
    @Override
    public CompletionStage<?> onPing(WebSocket opened, ByteBuffer content) {
        opened.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket opened, int code, String reason) {
        if (code != WebSocket.NORMAL_CLOSURE) {
            failure = LostConnection.reason(code, reason);
        }
        frames.add(Optional.empty());
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket opened, Throwable cause) {
        failure = LostConnection.reason(cause);
        frames.add(Optional.empty());
    }
}
