package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a stream of server-sent events as defined by the HTML standard. */
public final class ServerSentEvents {

    private final BufferedReader lines;

    public ServerSentEvents(InputStream stream) {
        this.lines = new BufferedReader(
                new InputStreamReader(requireNonNull(stream, "stream is null"), StandardCharsets.UTF_8));
    }

    /**
     * An event.
     *
     * @param name the event type; {@code message} by default
     * @param data the text; empty for a comment
     */
    public record Event(String name, String data) {}

    /**
     * Waits for the next event.
     *
     * @return an event without data for a comment; empty at the end of the stream, whose incomplete last event is dropped
     * @throws IOException if the connection is lost
     */
    public Optional<Event> next() throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(event(name, data));
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "event" -> name = value;
                case "data" -> data.append(value).append('\n');
                default -> {} // a comment, or id and retry, which only resuming clients need
            }
        }
        return Optional.empty();
    }

    private static Event event(String name, StringBuilder data) {
        String text = data.isEmpty() ? "" : data.substring(0, data.length() - 1);
        return new Event(name.isEmpty() ? "message" : name, text);
    }
}
