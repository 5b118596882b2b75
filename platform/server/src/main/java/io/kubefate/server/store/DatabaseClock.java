package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The clock of MySQL or MariaDB, which all replicas share: those of their machines can differ, and jump. Reads the time at most every
 * second and adds what has elapsed since, so that it goes on while the database is unavailable.
 */
public final class DatabaseClock extends Clock {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** A slow query is as unlikely as a pause, but can last: an inexact clock is better than none. */
    private static final int ATTEMPTS = 3;

    private static final String NOW = "select date_format(utc_timestamp(6), '%Y-%m-%dT%H:%i:%s.%fZ')";

    private final Jdbi jdbi;
    private volatile Reading last;

    private DatabaseClock(Jdbi jdbi) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
        this.last = read();
    }

    /**
     * Reads the time for the first time.
     *
     * @throws JdbiException if the database is unavailable
     */
    public static DatabaseClock of(Jdbi jdbi) {
        return new DatabaseClock(jdbi);
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading.age().compareTo(PERIOD) < 0) {
            return reading.now();
        }
        Reading newer = newer(reading);
        last = newer;
        return newer.now();
    }

    private Reading newer(Reading reading) {
        try {
            return read();
        } catch (JdbiException e) {
            return reading.continued();
        }
    }

    /**
     * A process that is paused between the reading of both times would have a wrong clock until the next reading: behind, and it would
     * believe in a lease that it has lost, if the elapsed time were taken after the query; ahead, if it is taken before.
     */
    private Reading read() {
        Reading reading = timed();
        for (int attempt = 1; attempt < ATTEMPTS && reading.age().compareTo(PERIOD) >= 0; attempt++) {
            reading = timed();
        }
        return reading;
    }

    private Reading timed() {
        return jdbi.withHandle(handle -> {
            // Not before: the wait for a connection is no part of the query.
            long nanos = System.nanoTime();
            String text = handle.createQuery(NOW).mapTo(String.class).one();
            return new Reading(Instant.parse(text), nanos);
        });
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a clock for instants only");
    }

    /** @param nanos the value of {@link System#nanoTime()} at the time, which no change of the machine's clock affects */
    private record Reading(Instant time, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        Instant now() {
            return time.plus(age());
        }

        /** Returns the same clock, which counts as read now. */
        Reading continued() {
            long now = System.nanoTime();
            return new Reading(time.plusNanos(now - nanos), now);
        }
    }
}
