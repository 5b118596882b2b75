package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.client.http.ServerSentEvents;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The Kubernetes events of a cluster. */
public final class ClusterEventStream implements AutoCloseable {

    private final InputStream stream;
    private final ServerSentEvents events;

    ClusterEventStream(InputStream stream) {
        this.stream = requireNonNull(stream, "stream is null");
        this.events = new ServerSentEvents(stream);
    }

    /**
     * Waits for the next event.
     *
     * @return empty at the end of the stream
     * @throws IOException if the connection is lost
     */
    public Optional<ClusterEvent> next() throws IOException {
        Optional<ServerSentEvents.Event> event = events.next();
        while (event.isPresent() && event.get().data().isEmpty()) {
            event = events.next();
        }
        if (event.isEmpty()) {
            return Optional.empty();
        }
        byte[] json = event.get().data().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Json.read(json, new TypeReference<ClusterEvent>() {}));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
