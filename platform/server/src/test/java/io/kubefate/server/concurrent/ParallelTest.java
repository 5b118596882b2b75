package io.kubefate.server.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that run concurrently. */
class ParallelTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Parallel parallel = new Parallel(executor);
    private final Set<Integer> ended = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void callsRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);

        parallel.forEach(List.of(1, 2), item -> {
            both.countDown();
            await(both);
            ended.add(item);
        });

        assertThat(ended).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aFailureIsReportedWhenTheOtherCallsHaveEnded() {
        CountDownLatch failed = new CountDownLatch(1);

        assertThatThrownBy(() -> parallel.forEach(List.of(1, 2), item -> {
                    if (item == 1) {
                        failed.countDown();
                        throw new IllegalStateException("refused");
                    }
                    await(failed);
                    ended.add(item);
                }))
                .hasMessage("refused");

        assertThat(ended).containsExactly(2);
    }

    @Test
    void aCallThatTakesTooLongIsInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> parallel.within(Duration.ofMillis(50), () -> {
                    try {
                        return new CountDownLatch(1).await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        return false;
                    }
                }))
                .isInstanceOf(TimeoutException.class);

        await(interrupted);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
