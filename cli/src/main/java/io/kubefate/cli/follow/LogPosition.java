package io.kubefate.cli.follow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position in the logs of several containers, to resume after the connection is lost. Lines have timestamps, which are printed
 * only if the user asks for them.
 */
final class LogPosition {

    /** The container, if there are several; the timestamp; the text. */
    private static final Pattern LINE = Pattern.compile("(\\[\\S+ \\S+] )?(\\S+) (.*)", Pattern.DOTALL);

    private final boolean printTimestamps;
    private final Map<String, Instant> last = new HashMap<>();

    LogPosition(boolean printTimestamps) {
        this.printTimestamps = printTimestamps;
    }

    /** {@return the text to print; empty if the line was printed before} */
    Optional<String> advance(String line) {
        Matcher parts = LINE.matcher(line);
        Optional<Instant> time = parts.matches() ? timestamp(parts.group(2)) : Optional.empty();
        if (time.isEmpty()) {
            return Optional.of(line);
        }
        String container = Optional.ofNullable(parts.group(1)).orElse("");
        Instant before = last.getOrDefault(container, last.getOrDefault("", Instant.MIN));
        if (!time.get().isAfter(before)) {
            return Optional.empty();
        }
        last.put(container, time.get());
        return Optional.of(printTimestamps ? line : container + parts.group(3));
    }

    /** {@return the time after which lines may be missing; empty at the start} */
    Optional<Instant> time() {
        Collection<Instant> times = last.values();
        return times.isEmpty() ? Optional.empty() : Optional.of(Collections.min(times));
    }

    private static Optional<Instant> timestamp(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
