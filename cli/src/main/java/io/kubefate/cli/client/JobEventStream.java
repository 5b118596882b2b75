package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Job;
import io.kubefate.cli.client.http.ServerSentEvents;
import io.kubefate.cli.client.http.ServerSentEvents.Event;
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

/** An open stream of a job's states. It is read by a thread of its own, so that waiting for it can have a limit. */
public final class JobEventStream implements AutoCloseable {

    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final InputStream stream;

    JobEventStream(InputStream stream) {
        this.stream = requireNonNull(stream, "stream is null");
        Thread reader = new Thread(this::read, "job-events");
        reader.setDaemon(true);
        reader.start();
    }

    /** What may come. */
    public enum Kind {
        /** A state of the job. */
        STATE,
        /** A sign of life. */
        ALIVE,
        /** The stream ended or broke. */
        END,
        /** Nothing, in the time that was given. */
        NOTHING
    }

    /**
     * What came.
     *
     * @param kind what it is
     * @param job the state, if it is one
     */
    public record News(Kind kind, Optional<Job> job) {

        private static News of(Kind kind) {
            return new News(kind, Optional.empty());
        }
    }

    /**
     * Waits for what comes next.
     *
     * @param limit how long
     * @return what came, or that nothing did
     */
    public News next(Duration limit) {
        try {
            return Optional.ofNullable(news.poll(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .orElse(News.of(Kind.NOTHING));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting; the job goes on", e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            news.add(News.of(Kind.END)); // it was broken already
        }
    }

    private void read() {
        try {
            ServerSentEvents events = new ServerSentEvents(stream);
            for (Optional<Event> event = events.next(); event.isPresent(); event = events.next()) {
                news.add(news(event.get()));
            }
            news.add(News.of(Kind.END));
        } catch (IOException e) {
            news.add(News.of(Kind.END)); // the service went away; who waits opens another stream
        }
    }

    private static News news(Event event) throws IOException {
        if (!event.name().equals("job") || event.data().isEmpty()) {
            return News.of(Kind.ALIVE);
        }
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        return new News(Kind.STATE, Optional.of(Json.read(data, new TypeReference<Job>() {})));
    }
}
