package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

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
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams the events of a cluster to one client, in a thread of its own. Comments at intervals keep an idle connection alive and detect
 * that the client is gone. The stream of a client that is far too slow ends; it gets all known events when it connects again.
 */
public final class EventStream implements Runnable, Revocable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    static final int MAX_WAITING = 10_000;

    private final Sse sse;
    private final SseEventSink sink;
    private final Follower events;
    private final UnaryOperator<Object> mask;
    private final Duration pulse;
    private final BlockingQueue<OutboundSseEvent> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private volatile Optional<OutboundSseEvent> revocation = Optional.empty();
    private volatile boolean tooSlow;

    /**
     * @param mask hides passwords in an event
     * @param pulse the interval between comments
     */
    public EventStream(Sse sse, SseEventSink sink, Follower events, UnaryOperator<Object> mask, Duration pulse) {
        this.sse = requireNonNull(sse, "sse is null");
        this.sink = requireNonNull(sink, "sink is null");
        this.events = requireNonNull(events, "events is null");
        this.mask = requireNonNull(mask, "mask is null");
        this.pulse = requireNonNull(pulse, "pulse is null");
    }

    @Override
    public void run() {
        try (sink;
                AutoCloseable watch = events.start(this::add)) {
            send(comment("events"));
            while (!sink.isClosed() && revocation.isEmpty() && !tooSlow) {
                send(requireNonNullElseGet(waiting.poll(pulse.toMillis(), TimeUnit.MILLISECONDS), () -> comment("")));
            }
            revocation.ifPresent(this::send);
        } catch (CompletionException e) {
            LOG.debug("a client that followed events went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("cannot follow events", e);
        }
    }

    @Override
    public void revoke(String reason) {
        revocation = Optional.of(Revocable.event(sse, reason));
        waiting.offer(comment("")); // wakes the thread, which does not sleep while the queue is full
    }

    /** Does not wait for the client: it may read nothing while the cluster has many events. */
    private void add(ClusterEvent event) {
        if (!tooSlow && !waiting.offer(event(event))) {
            tooSlow = true;
        }
    }

    private OutboundSseEvent comment(String text) {
        return sse.newEventBuilder().comment(text).build();
    }

    private OutboundSseEvent event(ClusterEvent event) {
        return sse.newEventBuilder()
                .name("event")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(mask.apply(event))
                .build();
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
