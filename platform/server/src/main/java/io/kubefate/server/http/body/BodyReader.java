package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Receives one body, whenever bytes arrive, and then has the request handled when its turn comes. What exceeds the lane's limit is read
 * and dropped, up to a point, because many clients read no response before they have sent everything.
 */
final class BodyReader implements Invocable.Task {

    private static final long MAX_DROPPED = 64L * 1024 * 1024;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final Handler handler;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Lane lane;
    private final ReceivedBody body;
    private final boolean stoppable;
    private final Scheduler scheduler;
    private final long start = System.nanoTime();

    private final AtomicLong received = new AtomicLong();
    private volatile boolean complete;

    /**
     * Creates a reader.
     *
     * @param handler handles the request with its body
     * @param stoppable whether the work on the request may be interrupted when its client has gone
     * @throws IOException if the disk fails or is full
     */
    BodyReader(Handler handler, Request request, Response response, Callback callback, Lane lane, boolean stoppable)
            throws IOException {
        this.handler = requireNonNull(handler, "handler is null");
        this.request = requireNonNull(request, "request is null");
        this.response = requireNonNull(response, "response is null");
        this.callback = requireNonNull(callback, "callback is null");
        this.lane = requireNonNull(lane, "lane is null");
        this.stoppable = stoppable;
        this.body = lane.store().create();
        this.scheduler = request.getComponents().getScheduler();
    }

    void start() {
        if (lane.keep() == 0 && expectsContinue()) {
            received();
            return;
        }
        run();
        watch();
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                more = take(chunk);
            }
        } catch (IOException e) {
            complete = true;
            body.close();
            Refusal.storage(e).write(request, response, callback);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return body.blocks() ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
    }

    /** Returns whether to read on. */
    private boolean take(Content.Chunk chunk) throws IOException {
        if (Content.Chunk.isFailure(chunk)) {
            complete = true;
            body.close();
            Throwable failure = chunk.getFailure();
            callback.failed(failure instanceof TimeoutException ? tooSlow() : failure);
            return false;
        }
        try {
            keep(chunk.getByteBuffer());
        } finally {
            chunk.release();
        }
        boolean more = !chunk.isLast() && received.get() < lane.keep() + MAX_DROPPED;
        if (!more) {
            received();
        }
        return more;
    }

    private void keep(ByteBuffer bytes) throws IOException {
        long room = Math.max(0, lane.keep() - received.getAndAdd(bytes.remaining()));
        if (room > 0) {
            body.write(bytes.limit(bytes.position() + (int) Math.min(room, bytes.remaining())));
        }
    }

    /** Fails a body that arrives too slowly; {@link #run} then reads the failure. */
    private void watch() {
        if (complete) {
            return;
        }
        long left = lane.pace().allowed(received.get()).toNanos() - (System.nanoTime() - start);
        if (left > 0) {
            scheduler.schedule(this::watch, left, TimeUnit.NANOSECONDS);
        } else {
            request.fail(tooSlow());
        }
    }

    private HttpException.RuntimeException tooSlow() {
        return new HttpException.RuntimeException(
                HttpStatus.REQUEST_TIMEOUT_408,
                "the body of the request arrives too slowly: " + received + " bytes in "
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
    }

    private void received() {
        complete = true;
        int weight = (int) Math.min(received.get(), lane.keep());
        ClientWatch client = new ClientWatch(request, Callback.from(callback, body::close), stoppable);
        Turns.Turn turn = lane.turns().take(weight, mine -> request.getContext().execute(() -> handle(client, mine)));
        if (turn.isWaiting()) {
            request.addIdleTimeoutListener(timeout -> false);
            scheduler.schedule(() -> giveUp(client, turn), MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
        client.start(() -> drop(client, turn));
    }

    private static void drop(ClientWatch client, Turns.Turn turn) {
        if (turn.withdraw()) {
            client.callback().failed(new EofException("the client closed the connection"));
        }
    }

    private void giveUp(ClientWatch client, Turns.Turn turn) {
        if (turn.withdraw()) {
            Refusal.OVERLOADED.write(request, response, client.callback());
        }
    }

    /** The turn ends with the work of the thread: a client that reads slowly does not prolong it. */
    private void handle(ClientWatch client, Turns.Turn turn) {
        try {
            client.handle(handler, new ReceivedRequest(request, body), response);
        } finally {
            turn.end();
        }
    }

    /** Such a client sends the body only if it is asked to. */
    private boolean expectsContinue() {
        return request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
    }
}
