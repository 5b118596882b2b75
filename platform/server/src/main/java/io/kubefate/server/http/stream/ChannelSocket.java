package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.access.PodChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes frames between a client and a pod, in each direction as fast as the receiver reads. Public because Jetty finds its methods by
 * reflection.
 */
public final class ChannelSocket extends Session.Listener.Abstract implements PodChannel.Listener, Revocable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSocket.class);

    private static final long MAX_WAITING = 1024 * 1024;
    private static final long PAUSE_MILLIS = 20;

    private final Consumer<PodChannel.Listener> begin;
    private final UnaryOperator<String> failureText;
    private final byte failureStream;
    private final Sockets sockets;
    private final Runnable whenClosed;
    private final LogContext context = LogContext.current();

    private Optional<PodChannel> channel = Optional.empty();
    private Optional<Future<?>> pulse = Optional.empty();
    private boolean closed;

    /**
     * Connects when the client has connected.
     *
     * @param begin connects to the pod
     * @param failureStream the stream on which the client gets the reason of a failure
     * @param failureText formats the reason
     * @param whenClosed is called, perhaps repeatedly, when either side has closed the WebSocket
     */
    public ChannelSocket(
            Consumer<PodChannel.Listener> begin,
            int failureStream,
            UnaryOperator<String> failureText,
            Sockets sockets,
            Runnable whenClosed) {
        this.begin = requireNonNull(begin, "begin is null");
        this.failureStream = (byte) failureStream;
        this.failureText = requireNonNull(failureText, "failureText is null");
        this.sockets = requireNonNull(sockets, "sockets is null");
        this.whenClosed = requireNonNull(whenClosed, "whenClosed is null");
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        pulse = Optional.of(sockets.keepAlive(session, () -> {}));
        try {
            context.run(() -> begin.accept(this));
        } catch (KubernetesException e) {
            closed(e.getMessage());
        }
    }

    @Override
    public void opened(PodChannel opened) {
        synchronized (this) {
            channel = Optional.of(opened);
            if (closed) {
                opened.close();
                return;
            }
        }
        getSession().demand();
    }

    @Override
    public void frame(ByteBuffer frame, Runnable taken) {
        getSession().sendBinary(frame, Callback.from(taken, failure -> LOG.debug("the client went away", failure)));
    }

    @Override
    public void closed(String failure) {
        if (!failure.isEmpty()) {
            byte[] text = failureText.apply(failure).getBytes(StandardCharsets.UTF_8);
            ByteBuffer frame =
                    ByteBuffer.allocate(text.length + 1).put(failureStream).put(text);
            getSession().sendBinary(frame.flip(), Callback.NOOP);
        }
        getSession().close(StatusCode.NORMAL, null, Callback.NOOP);
        release(); // the client may not confirm the close
    }

    @Override
    public void onWebSocketBinary(ByteBuffer frame, Callback callback) {
        ByteBuffer copy = ByteBuffer.allocate(frame.remaining()).put(frame).flip();
        callback.succeed();
        open().ifPresent(pod -> pod.send(copy));
        demandWhenThereIsRoom();
    }

    @Override
    public void onWebSocketText(String message) {
        getSession().close(StatusCode.BAD_DATA, "binary frames expected", Callback.NOOP);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        getSession().demand();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        getSession().demand();
    }

    @Override
    public void revoke(String reason) {
        if (getSession() != null) {
            getSession().close(StatusCode.POLICY_VIOLATION, Sockets.shortened(reason), Callback.NOOP);
            end(); // the client may not confirm the close
        }
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        end();
        callback.succeed();
    }

    private void end() {
        synchronized (this) {
            closed = true;
        }
        release();
        open().ifPresent(PodChannel::close);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("a client went away", cause);
    }

    private void release() {
        whenClosed.run();
        pulse.ifPresent(running -> running.cancel(false));
    }

    private synchronized Optional<PodChannel> open() {
        return channel;
    }

    private void demandWhenThereIsRoom() {
        boolean room = open().filter(pod -> pod.waiting() > MAX_WAITING).isEmpty();
        if (room) {
            getSession().demand();
            return;
        }
        sockets.scheduler().schedule(this::demandWhenThereIsRoom, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
