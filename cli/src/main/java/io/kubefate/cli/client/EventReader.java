package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the events of a cluster from a stream of server-sent events, each of which has its data on one line. */
public final class EventReader implements AutoCloseable {

    private static final String DATA = "data:";

    private final BufferedReader lines;

    EventReader(InputStream stream) {
        requireNonNull(stream, "stream is null");
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /**
     * Waits for the next event.
     *
     * @return empty at the end of the stream
     * @throws IOException if the connection breaks
     */
    public Optional<ClusterEvent> next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                byte[] json = line.substring(DATA.length()).getBytes(StandardCharsets.UTF_8);
                return Optional.of(Json.read(json, new TypeReference<ClusterEvent>() {}));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
