package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Job;
import io.kubefate.cli.client.http.ServerSentEvents;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The events of a job. A thread of its own reads the stream, so that waiting for an event can time out. */
public final class JobEventStream implements AutoCloseable {

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream stream;

    JobEventStream(InputStream stream) {
        this.stream = requireNonNull(stream, "stream is null");
        Thread reader = new Thread(this::read, "job-events");
        reader.setDaemon(true);
        reader.start();
    }

    public enum Type {
        /** The job has changed. */
        CHANGE,
        /** Nothing has changed, and the stream is alive. */
        HEARTBEAT,
        /** The stream has ended or the connection is lost. */
        END,
        /** No event within the timeout. */
        TIMEOUT
    }

    /**
     * An event.
     *
     * @param job the job as it is now, for a change
     */
    public record Event(Type type, Optional<Job> job) {

        private static Event of(Type type) {
            return new Event(type, Optional.empty());
        }
    }

    /** Waits for the next event. */
    public Event next(Duration timeout) {
        try {
            return Optional.ofNullable(events.poll(timeout.toMillis(), TimeUnit.MILLISECONDS))
                    .orElse(Event.of(Type.TIMEOUT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting; the job continues", e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            events.add(Event.of(Type.END)); // it was broken already
        }
    }

    private void read() {
        try {
            ServerSentEvents source = new ServerSentEvents(stream);
            for (var event = source.next(); event.isPresent(); event = source.next()) {
                events.add(decode(event.get()));
            }
            events.add(Event.of(Type.END));
        } catch (IOException e) {
            events.add(Event.of(Type.END)); // the connection is lost; the reader opens another stream
        }
    }

    private static Event decode(ServerSentEvents.Event event) throws IOException {
        if (!event.name().equals("job") || event.data().isEmpty()) {
            return Event.of(Type.HEARTBEAT);
        }
        byte[] json = event.data().getBytes(StandardCharsets.UTF_8);
        return new Event(Type.CHANGE, Optional.of(Json.read(json, new TypeReference<Job>() {})));
    }
}
