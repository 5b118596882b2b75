package io.kubefate.server.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of streams when the server stops. */
class StreamsTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Streams streams = new Streams(executor);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void anOpenStreamEnds() throws InterruptedException {
        streams.start(this::untilInterrupted);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        streams.lifeCycleStopping(new ContainerLifeCycle());

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStreamThatStartsAfterwardsEndsAtOnce() throws InterruptedException {
        streams.lifeCycleStopping(new ContainerLifeCycle());

        streams.start(this::untilInterrupted);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void untilInterrupted() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.countDown();
        }
    }
}
