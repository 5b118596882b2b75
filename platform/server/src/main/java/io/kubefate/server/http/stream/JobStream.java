package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.job.JobFollower;
import io.kubefate.server.service.job.JobSnapshot;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams the states of a job to one client. A thread writes only while there is something to write, so that a slow client blocks
 * nobody; meanwhile only the newest state is stored.
 */
public final class JobStream implements JobFollower, Revocable {

    private static final Logger LOG = LoggerFactory.getLogger(JobStream.class);

    private final Sse sse;
    private final SseEventSink sink;
    private final Executor writers;
    private final UnaryOperator<Object> mask;

    private Optional<JobSnapshot> newest = Optional.empty();
    private Optional<OutboundSseEvent> revocation = Optional.empty();
    private boolean pulse;
    private boolean ended;
    private boolean writing;

    /**
     * @param writers run while there is something to write
     * @param mask hides passwords in a job
     */
    public JobStream(Sse sse, SseEventSink sink, Executor writers, UnaryOperator<Object> mask) {
        this.sse = requireNonNull(sse, "sse is null");
        this.sink = requireNonNull(sink, "sink is null");
        this.writers = requireNonNull(writers, "writers is null");
        this.mask = requireNonNull(mask, "mask is null");
    }

    @Override
    public synchronized void changed(JobSnapshot state) {
        newest = Optional.of(state);
        wakeWriter();
    }

    @Override
    public synchronized void alive() {
        pulse = true;
        wakeWriter();
    }

    @Override
    public synchronized void ended() {
        ended = true;
        wakeWriter();
    }

    @Override
    public synchronized void revoke(String reason) {
        revocation = Optional.of(Revocable.event(sse, reason));
        ended = true;
        wakeWriter();
    }

    @Override
    public boolean gone() {
        return sink.isClosed();
    }

    private void wakeWriter() {
        if (writing) {
            return;
        }
        writing = true;
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException e) {
            sink.close(); // the service stops
        }
    }

    /** Ends the request also after an unforeseen failure: a server that stops waits for it. */
    private void write() {
        boolean written = false;
        try {
            for (Optional<OutboundSseEvent> event = next(); event.isPresent(); event = next()) {
                sink.send(event.get()).toCompletableFuture().join();
            }
            written = true;
        } catch (IllegalStateException | CompletionException e) {
            LOG.debug("a client that followed a job went away", e);
        } finally {
            if (!written) {
                sink.close();
            }
        }
    }

    /** {@return the next event; if empty, this writer ends, and the next change starts another} */
    private synchronized Optional<OutboundSseEvent> next() {
        Optional<OutboundSseEvent> event = revocation.or(() -> newest.map(this::event));
        if (event.isEmpty() && pulse) {
            event = Optional.of(sse.newEventBuilder().comment("").build());
        }
        revocation = Optional.empty();
        newest = Optional.empty();
        pulse = false;
        if (event.isEmpty()) {
            writing = false;
            if (ended) {
                sink.close();
            }
        }
        return event;
    }

    private OutboundSseEvent event(JobSnapshot state) {
        return sse.newEventBuilder()
                .name("job")
                .id(state.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(mask.apply(state.job()))
                .build();
    }
}
