package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PublishedTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final AtomicInteger reads = new AtomicInteger();
    private boolean up = true;
    private long now;

    private final Published<String> published = new Published<>(this::read, INTERVAL, () -> now);

    private String read() throws IOException {
        int number = reads.incrementAndGet();
        if (!up) {
            throw new IOException("no answer");
        }
        return "version " + number;
    }

    @Test
    void isReadOnceAndKept() throws IOException {
        assertThat(List.of(published.get(), published.get())).containsExactly("version 1", "version 1");
    }

    @Test
    void isReadAgainAfterAnHour() throws IOException {
        published.get();
        pass(Duration.ofHours(1));

        assertThat(published.get()).isEqualTo("version 2");
    }

    @Test
    void isReadAgainForSomethingNewButNotMoreOftenThanInTheInterval() throws IOException {
        published.get();

        assertThat(published.newest()).isEqualTo("version 1");
        pass(INTERVAL);
        assertThat(published.newest()).isEqualTo("version 2");
    }

    @Test
    void aFailureIsNotRepeatedWithinTheInterval() throws IOException {
        up = false;
        assertThatThrownBy(published::get).isInstanceOf(IOException.class).hasMessage("no answer");
        assertThatThrownBy(published::get).isInstanceOf(IOException.class).hasMessage("no answer");
        assertThat(reads).hasValue(1);

        up = true;
        pass(INTERVAL);
        assertThat(published.get()).isEqualTo("version 2");
    }

    @Test
    void whatIsKnownIsKeptAfterAFailure() throws IOException {
        published.get();
        up = false;
        pass(Duration.ofHours(1));

        assertThat(List.of(published.get(), published.newest())).containsExactly("version 1", "version 1");
    }

    @Test
    void nobodyWaitsLongForTheReadOfAnother() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Published<String> slow = new Published<>(
                () -> {
                    begun.countDown();
                    await(end);
                    return "late";
                },
                INTERVAL,
                System::nanoTime);
        ExecutorService requests = Executors.newFixedThreadPool(40);
        try {
            requests.submit(slow::get);
            begun.await();
            List<CompletableFuture<Boolean>> others = IntStream.range(0, 39)
                    .mapToObj(index -> CompletableFuture.supplyAsync(() -> isKnown(slow), requests))
                    .toList();

            assertThat(others)
                    .allSatisfy(
                            other -> assertThat(other.get(10, TimeUnit.SECONDS)).isFalse());
        } finally {
            end.countDown();
            requests.shutdown();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static boolean isKnown(Published<String> published) {
        try {
            return !published.get().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
