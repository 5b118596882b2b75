package io.kubefate.cli.command.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** Reads times: RFC 3339, or a duration from now. */
public final class PointInTime {

    private PointInTime() {}

    /** {@return the time, if it is written as such, or as a duration before now} */
    public static Optional<Instant> before(Instant now, String text) {
        return duration(text).map(now::minus).or(() -> time(text));
    }

    /** {@return the time, if it is written as such, or as a duration after now} */
    public static Optional<Instant> after(Instant now, String text) {
        return duration(text).map(now::plus).or(() -> time(text));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(new DurationConverter().convert(text));
        } catch (TypeConversionException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
