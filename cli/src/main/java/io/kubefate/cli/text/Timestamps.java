package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Age;
import io.kubefate.api.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times and durations for people.
 *
 * @param clock the current time, and the zone in which times are shown
 */
public record Timestamps(Clock clock) {

    public Timestamps {
        requireNonNull(clock, "clock is null");
    }

    /**
     * Formats a time.
     *
     * @param time null and {@link Times#ZERO} mean "not set"
     * @return for example {@code 2020-11-13 07:22:53}, or {@code -} if it is not set
     */
    public String format(@Nullable Instant time) {
        return known(time)
                .map(instant -> text(LocalDateTime.ofInstant(instant, clock.getZone())))
                .orElse("-");
    }

    /** Without a formatter of Java, which is slow to start. */
    private static String text(LocalDateTime time) {
        String seconds = time.getSecond() == 0 ? ":00" : "";
        return time.toLocalDate() + " " + time.toLocalTime().withNano(0) + seconds;
    }

    /**
     * Formats the time that has passed since.
     *
     * @param time null and {@link Times#ZERO} mean "not set"
     * @return as {@link Age#format}, or {@code -} if it is not set
     */
    public String age(@Nullable Instant time) {
        return duration(time, Times.ZERO);
    }

    /**
     * Formats the time from start to end, or to now.
     *
     * @param start null and {@link Times#ZERO} mean "not started"
     * @param end null and {@link Times#ZERO} mean "not ended"
     * @return as {@link Age#format}, or {@code -} if it has not started
     */
    public String duration(@Nullable Instant start, @Nullable Instant end) {
        return known(start)
                .map(begin -> Age.format(Duration.between(begin, known(end).orElseGet(clock::instant))))
                .orElse("-");
    }

    private static Optional<Instant> known(@Nullable Instant time) {
        return Optional.ofNullable(time).filter(instant -> !instant.equals(Times.ZERO));
    }
}
