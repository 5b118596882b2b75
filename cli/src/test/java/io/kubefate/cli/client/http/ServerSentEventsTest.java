package io.kubefate.cli.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.client.http.ServerSentEvents.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    @Test
    void readsNameAndData() throws IOException {
        assertThat(read("event: job\nid: 1\ndata: {\"a\": 1}\n\n")).containsExactly(new Event("job", "{\"a\": 1}"));
    }

    @Test
    void joinsTheLinesOfData() throws IOException {
        assertThat(read("data: a\ndata\ndata:b\ndata:  c\n\n")).containsExactly(new Event("message", "a\n\nb\n c"));
    }

    @Test
    void readsAllLineEndings() throws IOException {
        assertThat(read("event: job\r\ndata: a\r\n\r\nevent: job\rdata: b\r\r"))
                .containsExactly(new Event("job", "a"), new Event("job", "b"));
    }

    @Test
    void readsCommentsAsEventsWithoutData() throws IOException {
        assertThat(read(": still here\n\ndata: a\n: and here\ndata: b\n\n"))
                .containsExactly(new Event("message", ""), new Event("message", "a\nb"));
    }

    @Test
    void dropsAnIncompleteEvent() throws IOException {
        assertThat(read("data: a\n\ndata: b\n")).containsExactly(new Event("message", "a"));
    }

    private static List<Event> read(String text) throws IOException {
        ServerSentEvents stream = new ServerSentEvents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
            events.add(event.get());
        }
        return events;
    }
}
