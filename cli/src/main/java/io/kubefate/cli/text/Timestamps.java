package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Age;
import io.kubefate.api.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Times as a person reads them.
 *
 * @param clock what time it is, and in which zone times are shown
 */
public record Timestamps(Clock clock) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Checks that the clock is given. */
    public Timestamps {
        requireNonNull(clock, "clock is null");
    }

    /**
     * Writes a time.
     *
     * @param time when; null and {@link Times#ZERO} mean "not yet"
     * @return for example {@code 2020-11-13 07:22:53}, or {@code -} for "not yet"
     */
    public String format(Instant time) {
        return isSet(time) ? FORMAT.format(time.atZone(clock.getZone())) : "-";
    }

    /**
     * How long ago something was.
     *
     * @param time when; null and {@link Times#ZERO} mean "not yet"
     * @return as {@link Age#format}, or {@code -} for "not yet"
     */
    public String age(Instant time) {
        return duration(time, null);
    }

    /**
     * How long something took, or takes so far.
     *
     * @param start when it began; null and {@link Times#ZERO} mean "not yet"
     * @param end when it ended; null and {@link Times#ZERO} mean "not yet"
     * @return as {@link Age#format}, or {@code -} if it has not begun
     */
    public String duration(Instant start, Instant end) {
        if (!isSet(start)) {
            return "-";
        }
        return Age.format(Duration.between(start, isSet(end) ? end : clock.instant()));
    }

    private static boolean isSet(Instant time) {
        return time != null && !time.equals(Times.ZERO);
    }
}
