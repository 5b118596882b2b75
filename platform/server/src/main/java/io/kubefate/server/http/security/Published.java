package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an issuer publishes. It is read when it is needed, and kept. Anybody can cause a read, so one that fails is not repeated for a
 * while, and only a few requests wait for one, for a short time.
 */
final class Published<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    private static final Duration MAX_AGE = Duration.ofHours(1);

    /** The first requests after a start come together, and an issuer usually answers sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int AT_THE_SAME_TIME = 8;

    private final Source<T> source;
    private final Duration interval;
    private final LongSupplier nanoTime;
    private final Semaphore room = new Semaphore(AT_THE_SAME_TIME);
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Attempt<T> last;

    /**
     * Creates what is not read yet.
     *
     * @param interval the shortest interval between two reads
     * @param nanoTime as {@link System#nanoTime}
     */
    Published(Source<T> source, Duration interval, LongSupplier nanoTime) {
        this.source = requireNonNull(source, "source is null");
        this.interval = requireNonNull(interval, "interval is null");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
        this.last = new Attempt<>(
                nanoTime.getAsLong() - interval.toNanos(), Optional.empty(), "the issuer has not answered yet");
    }

    /** Reads what is published. */
    interface Source<T> {

        T read() throws IOException;
    }

    /**
     * The last read.
     *
     * @param end when it ended
     * @param value of the last read that succeeded
     * @param failure why there is no value
     */
    private record Attempt<T>(long end, Optional<T> value, String failure) {}

    /**
     * Returns what is known, or reads it.
     *
     * @throws IOException if nothing is known, because the issuer does not answer, or did not a moment ago
     */
    T get() throws IOException {
        return last.value().isPresent() ? get(MAX_AGE, Duration.ZERO) : get(interval, PATIENCE);
    }

    /** Reads again what may have changed, but not more often than in the interval. */
    T newest() throws IOException {
        return get(interval, PATIENCE);
    }

    private T get(Duration maxAge, Duration patience) throws IOException {
        if (isOlder(maxAge) && room.tryAcquire()) {
            try {
                readInTurn(maxAge, patience);
            } finally {
                room.release();
            }
        }
        Attempt<T> known = last;
        return known.value().orElseThrow(() -> new IOException(known.failure()));
    }

    private boolean isOlder(Duration age) {
        return nanoTime.getAsLong() - last.end() >= age.toNanos();
    }

    private void readInTurn(Duration maxAge, Duration patience) {
        if (!isMyTurn(patience)) {
            return;
        }
        try {
            if (isOlder(maxAge)) {
                last = attempt();
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isMyTurn(Duration patience) {
        try {
            return reading.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Attempt<T> attempt() {
        try {
            T value = source.read();
            return new Attempt<>(nanoTime.getAsLong(), Optional.of(value), "");
        } catch (IOException | RuntimeException e) {
            String failure = Objects.requireNonNullElse(e.getMessage(), e.toString());
            LOG.warn("{}; the next attempt is in {} s at the earliest", failure, interval.toSeconds());
            return new Attempt<>(nanoTime.getAsLong(), last.value(), failure);
        }
    }
}
