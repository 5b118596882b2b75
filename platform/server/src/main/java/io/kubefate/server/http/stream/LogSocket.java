package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.service.access.LogService.Follower;
import io.kubefate.server.service.access.LogSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams logs to a client, one text frame for each line. The size of unsent frames is limited; at the limit the reader of the logs
 * waits, so that a slow client gets all lines, only later. Public because Jetty finds its methods by reflection.
 */
public final class LogSocket extends Session.Listener.AbstractAutoDemanding implements LogSink, Revocable {

    private static final Logger LOG = LoggerFactory.getLogger(LogSocket.class);

    private static final int MAX_WAITING_CHARS = 1024 * 1024;

    private final Follower logs;
    private final BooleanSupplier stillThere;
    private final Sockets sockets;
    private final Runnable whenClosed;
    private final LogContext context = LogContext.current();
    private final Semaphore room = new Semaphore(MAX_WAITING_CHARS);
    private final List<AutoCloseable> open = new ArrayList<>();
    private boolean closed;

    /**
     * Follows logs when the client has connected.
     *
     * @param stillThere whether the cluster exists
     * @param whenClosed is called when the client has disconnected
     */
    public LogSocket(Follower logs, BooleanSupplier stillThere, Sockets sockets, Runnable whenClosed) {
        this.logs = requireNonNull(logs, "logs is null");
        this.stillThere = requireNonNull(stillThere, "stillThere is null");
        this.sockets = requireNonNull(sockets, "sockets is null");
        this.whenClosed = requireNonNull(whenClosed, "whenClosed is null");
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        Future<?> pulse = sockets.keepAlive(session, this::endIfGone);
        keep(() -> pulse.cancel(false));
        try {
            keep(context.call(() -> logs.start(this)));
        } catch (RuntimeException e) {
            context.run(() -> LOG.warn("cannot follow logs", e));
            session.close(StatusCode.SERVER_ERROR, Sockets.shortened(e.getMessage()), Callback.NOOP);
        }
    }

    @Override
    public void line(String line) throws InterruptedException {
        int chars = Math.min(line.length(), MAX_WAITING_CHARS);
        room.acquire(chars);
        getSession().sendText(line, Callback.from(() -> room.release(chars), failure -> room.release(chars)));
    }

    @Override
    public void end(String reason) {
        getSession().close(StatusCode.NORMAL, reason, Callback.NOOP);
    }

    @Override
    public void revoke(String reason) {
        if (getSession() != null) {
            getSession().close(StatusCode.POLICY_VIOLATION, Sockets.shortened(reason), Callback.NOOP);
            release(); // the client may not confirm the close
        }
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        release();
        callback.succeed();
    }

    private void release() {
        whenClosed.run();
        List<AutoCloseable> ended;
        synchronized (this) {
            closed = true;
            ended = List.copyOf(open);
            open.clear();
        }
        ended.forEach(LogSocket::close);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("a client that followed logs went away", cause);
    }

    private void endIfGone() {
        if (!stillThere.getAsBoolean()) {
            end("the cluster was deleted");
        }
    }

    /** The client may disconnect before everything is open. */
    private void keep(AutoCloseable part) {
        synchronized (this) {
            if (!closed) {
                open.add(part);
                return;
            }
        }
        close(part);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("cannot close a log", e);
        }
    }
}
