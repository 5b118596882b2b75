package io.kubefate.server.http.stream;

import io.kubefate.api.ClusterEvent;
import io.kubefate.server.service.access.EventService.Follower;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's stream of a cluster's events, in a thread of its own. As long as nothing happens a comment now and then keeps the
 * connection alive and finds out whether the client is still there. For a client that is far too slow the stream ends; when it
 * connects again it gets all known events again.
 */
public final class EventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private static final int MAX_WAITING = 10_000;

    private final Sse sse;
    private final SseEventSink sink;
    private final Follower events;
    private final Duration pulse;
    private final BlockingQueue<ClusterEvent> waiting = new LinkedBlockingQueue<>();

    public EventStream(Sse sse, SseEventSink sink, Follower events, Duration pulse) {
        this.sse = sse;
        this.sink = sink;
        this.events = events;
        this.pulse = pulse;
    }

    @Override
    public void run() {
        try (sink;
                AutoCloseable watch = events.start(waiting::add)) {
            send(sse.newEventBuilder().comment("the events follow").build());
            while (!sink.isClosed() && waiting.size() < MAX_WAITING) {
                send(event(Optional.ofNullable(waiting.poll(pulse.toMillis(), TimeUnit.MILLISECONDS))));
            }
        } catch (CompletionException e) {
            LOG.debug("a client that followed events went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("events cannot be followed", e);
        }
    }

    private OutboundSseEvent event(Optional<ClusterEvent> event) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        return event.isEmpty()
                ? builder.comment("").build()
                : builder.name("event")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(ClusterEvent.class, event.get())
                        .build();
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
