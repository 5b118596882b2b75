package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Frees the thread of a request as soon as the rest of its response fits into memory, and closes the connection of a client that reads
 * too slowly. A response is complete when the thread has ended and everything is sent.
 */
final class DetachedResponse extends Response.Wrapper implements Callback {

    /** As much as Jetty collects before it sends a part of a response. */
    private static final int MAX_DETACHED_BYTES = 64 * 1024;

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long BYTES_PER_SECOND = 16 * 1024;

    private final Callback callback;

    private boolean detached;
    private boolean sending;
    private boolean ended;
    private Optional<Throwable> failure = Optional.empty();

    DetachedResponse(Request request, Response response, Callback callback) {
        super(request, response);
        this.callback = requireNonNull(callback, "callback is null");
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback whenWritten) {
        if (last && isDetached()) {
            whenWritten.succeeded(); // a repeated end
        } else if (last && remaining(content) <= MAX_DETACHED_BYTES) {
            detach(content);
            whenWritten.succeeded();
        } else {
            send(last, content, whenWritten);
        }
    }

    /** The handler has ended. */
    @Override
    public void succeeded() {
        end(Optional.empty());
    }

    /** The handler has failed. */
    @Override
    public void failed(Throwable cause) {
        end(Optional.of(cause));
    }

    private void detach(ByteBuffer content) {
        ByteBuffer copy = ByteBuffer.allocate(remaining(content));
        if (content != null) {
            copy.put(content).flip();
        }
        synchronized (this) {
            detached = true;
            sending = true;
        }
        send(true, copy, Callback.from(() -> sent(Optional.empty()), cause -> sent(Optional.of(cause))));
    }

    private void send(boolean last, ByteBuffer content, Callback whenWritten) {
        Duration limit = GRACE.plusSeconds(remaining(content) / BYTES_PER_SECOND);
        AtomicBoolean pending = new AtomicBoolean(true);
        super.write(last, content, Callback.from(() -> pending.set(false), whenWritten));
        if (pending.get()) {
            getRequest()
                    .getComponents()
                    .getScheduler()
                    .schedule(() -> closeIf(pending.get()), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeIf(boolean pending) {
        if (pending) {
            getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new TimeoutException("the client reads too slowly"));
        }
    }

    private void sent(Optional<Throwable> cause) {
        boolean done;
        synchronized (this) {
            sending = false;
            failure = failure.or(() -> cause);
            done = ended;
        }
        if (done) {
            complete();
        }
    }

    private void end(Optional<Throwable> cause) {
        boolean done;
        synchronized (this) {
            ended = true;
            failure = failure.or(() -> cause);
            done = !sending;
        }
        if (done) {
            complete();
        }
    }

    private void complete() {
        failure.ifPresentOrElse(callback::failed, callback::succeeded);
    }

    private synchronized boolean isDetached() {
        return detached;
    }

    private static int remaining(ByteBuffer content) {
        return content == null ? 0 : content.remaining();
    }
}
