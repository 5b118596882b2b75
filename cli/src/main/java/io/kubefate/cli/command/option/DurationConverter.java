package io.kubefate.cli.command.option;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations above zero like {@code 30m}, {@code 1h30m} or {@code 90s}. */
public final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern PATTERN = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    @Override
    public Duration convert(String text) {
        return Optional.of(PATTERN.matcher(text))
                .filter(Matcher::matches)
                .map(DurationConverter::duration)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> new TypeConversionException(
                        "invalid duration: " + text + "; use for example 30m, 1h30m or 90s"));
    }

    private static Duration duration(Matcher parts) {
        return Duration.ofHours(number(parts, 1)).plusMinutes(number(parts, 2)).plusSeconds(number(parts, 3));
    }

    private static long number(Matcher parts, int group) {
        return parts.start(group) < 0 ? 0 : Long.parseLong(parts.group(group));
    }
}
