package io.kubefate.server.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.ClusterEvent;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client receives that reads slowly. */
@Timeout(30)
class EventStreamTest {

    private final Sink sink = new Sink();
    private final AtomicInteger made = new AtomicInteger();
    private Consumer<ClusterEvent> cluster = event -> {};
    private final EventStream stream = new EventStream(
            new JerseyEvents(),
            sink,
            receiver -> {
                cluster = receiver;
                return () -> cluster = event -> {};
            },
            event -> {
                made.incrementAndGet();
                return event;
            },
            Duration.ofMinutes(1));

    @Test
    void sendsEventsUntilItIsRevoked() {
        sink.meanwhile = () -> {
            happen(2);
            sink.meanwhile = () -> stream.revoke("no permission");
        };

        stream.run();

        assertThat(sink.sent).containsExactly(":", "event", "revoked");
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void keepsAtMostTheLimitOfEventsForASlowClientAndEnds() {
        sink.meanwhile = () -> {
            happen(3 * EventStream.MAX_WAITING);
            sink.meanwhile = () -> {};
        };

        stream.run();

        assertThat(made.get()).isEqualTo(EventStream.MAX_WAITING + 1);
        assertThat(sink.sent).containsExactly(":");
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void isRevokedAlsoWhileTheClientIsTooSlow() {
        sink.meanwhile = () -> {
            happen(EventStream.MAX_WAITING);
            stream.revoke("no permission");
            sink.meanwhile = () -> {};
        };

        stream.run();

        assertThat(sink.sent).containsExactly(":", "revoked");
        assertThat(sink.isClosed()).isTrue();
    }

    private void happen(int count) {
        ClusterEvent event = new ClusterEvent(Instant.EPOCH, "Normal", "Pulled", "python", "Pod/python", 1, "");
        for (int i = 0; i < count; i++) {
            cluster.accept(event);
        }
    }

    /** A client. */
    private static final class Sink implements SseEventSink {

        private final List<String> sent = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private boolean closed;

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event.getName() == null ? ":" : event.getName());
            meanwhile.run();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
