package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Notices that the client of a request has closed its connection, from the end of the request's body to the end of the work on it. Work
 * that has not started is dropped then, and work that changes nothing is interrupted.
 *
 * <p>Jetty reads from a connection of HTTP/1.1 only when a request is complete, so this reads in between. A client that sends its next
 * request early is still there; its byte is handed to the connection, which has not yet begun to read again.
 */
final class ClientWatch {

    /** Most requests end sooner, and cost no system call. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final int HTTP_2 = HttpVersion.HTTP_2.getVersion();

    private final Request request;
    private final Scheduler scheduler;
    private final boolean stoppable;
    private final Callback callback;

    private Optional<Thread> worker = Optional.empty();
    private Optional<Scheduler.Task> next = Optional.empty();
    private Runnable whenGone = () -> {};
    private boolean gone;
    private boolean ended;

    /**
     * Creates a watch that has not started.
     *
     * @param callback ends the request
     * @param stoppable whether work that has started may be interrupted
     */
    ClientWatch(Request request, Callback callback, boolean stoppable) {
        this.request = requireNonNull(request, "request is null");
        this.scheduler = request.getComponents().getScheduler();
        this.stoppable = stoppable;
        this.callback = Callback.from(this::end, requireNonNull(callback, "callback is null"));
    }

    /** Returns the callback of the request, which ends the watch. */
    Callback callback() {
        return callback;
    }

    /**
     * Starts to watch. The body must have been received.
     *
     * @param whenGone called when the client has gone before the work started
     */
    synchronized void start(Runnable whenGone) {
        this.whenGone = whenGone;
        if (request.getConnectionMetaData().getHttpVersion().getVersion() >= HTTP_2) {
            return; // its connection is that of other requests, too
        }
        if (NanoTime.elapsed(request.getBeginNanoTime(), NanoTime.now()) > INTERVAL.toNanos()) {
            look();
        } else {
            lookLater();
        }
    }

    /** Handles the request, unless its client has gone. */
    void handle(Handler handler, Request whole, Response response) {
        if (!begin()) {
            callback.failed(new EofException("the client closed the connection"));
            return;
        }
        try {
            if (!handler.handle(whole, response, callback)) {
                Response.writeError(whole, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(whole, response, callback, e);
        } finally {
            leave();
        }
    }

    private synchronized boolean begin() {
        if (!gone) {
            worker = Optional.of(Thread.currentThread());
        }
        return !gone;
    }

    /** The thread continues with other requests, which an interrupt must not reach. */
    private synchronized void leave() {
        end();
        if (gone) {
            Thread.interrupted();
        }
    }

    private synchronized void end() {
        ended = true;
        next.ifPresent(Scheduler.Task::cancel);
    }

    private synchronized void lookLater() {
        next = Optional.of(scheduler.schedule(this::look, INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized void look() {
        if (ended || gone) {
            return;
        }
        ByteBuffer read = BufferUtil.allocate(1);
        if (isClosed(read)) {
            gone = true;
            stop();
        } else if (read.hasRemaining()) {
            ((Connection.UpgradeTo) connection()).onUpgradeTo(read);
        } else {
            lookLater();
        }
    }

    private void stop() {
        if (worker.isEmpty()) {
            whenGone.run();
        } else if (stoppable) {
            worker.get().interrupt();
        }
    }

    private boolean isClosed(ByteBuffer read) {
        try {
            return connection().getEndPoint().fill(read) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private Connection connection() {
        return request.getConnectionMetaData().getConnection();
    }
}
