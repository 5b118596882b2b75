package io.kubefate.server.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.Job;
import io.kubefate.server.service.job.JobSnapshot;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What a client receives that reads slowly or not at all. The test runs the writers. */
class JobStreamTest {

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Sink sink = new Sink();
    private final JobStream stream = new JobStream(new JerseyEvents(), sink, work::add, job -> job);

    @Test
    void sendsEachStateWithItsId() {
        stream.changed(state("1"));
        write();
        stream.changed(state("2"));
        write();

        assertThat(sink.sent).containsExactly("job 1", "job 2");
        assertThat(stream.gone()).isFalse();
    }

    @Test
    void sendsOnlyTheNewestStateToASlowClient() {
        stream.changed(state("1"));
        sink.meanwhile = () -> {
            stream.changed(state("2"));
            stream.changed(state("3"));
            stream.alive();
        };
        write();

        assertThat(sink.sent).containsExactly("job 1", "job 3");
    }

    @Test
    void oneThreadAtATimeWrites() {
        stream.changed(state("1"));
        stream.changed(state("2"));
        stream.alive();

        assertThat(work).hasSize(1);
    }

    @Test
    void keepsTheConnectionAliveWithAComment() {
        stream.alive();
        write();

        assertThat(sink.sent).containsExactly(":");
    }

    @Test
    void sendsTheLastStateBeforeItEnds() {
        stream.changed(state("1"));
        stream.ended();
        write();

        assertThat(sink.sent).containsExactly("job 1");
        assertThat(stream.gone()).isTrue();
    }

    @Test
    void endsWithoutAnyState() {
        stream.ended();
        write();

        assertThat(sink.sent).isEmpty();
        assertThat(stream.gone()).isTrue();
    }

    @Test
    void isGoneWhenTheClientIs() {
        sink.broken = true;
        stream.changed(state("1"));
        write();

        assertThat(stream.gone()).isTrue();
    }

    @Test
    void isGoneWhenTheServiceStops() {
        JobStream late = new JobStream(
                new JerseyEvents(),
                sink,
                task -> {
                    throw new RejectedExecutionException();
                },
                job -> job);

        late.changed(state("1"));

        assertThat(late.gone()).isTrue();
    }

    private void write() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static JobSnapshot state(String id) {
        return new JobSnapshot(id, Job.builder().uuid("j-1").status("Running").build());
    }

    /** A client. */
    private static final class Sink implements SseEventSink {

        private final List<String> sent = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private boolean broken;
        private boolean closed;

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (broken) {
                return CompletableFuture.failedFuture(new java.io.IOException("Broken pipe"));
            }
            sent.add(event.getName() == null ? ":" : event.getName() + " " + event.getId());
            Runnable during = meanwhile;
            meanwhile = () -> {};
            during.run();
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
