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
 * How far the logs of several containers were read, so that they can be read on after the connection broke: their lines have times,
 * which are shown only where they were asked for.
 */
public final class LogPosition {

    /** Whose line it is, where several containers are read; its time; its text. */
    private static final Pattern LINE = Pattern.compile("(\\[\\S+ \\S+] )?(\\S+) (.*)", Pattern.DOTALL);

    private final boolean timesShown;
    private final Map<String, Instant> last = new HashMap<>();

    public LogPosition(boolean timesShown) {
        this.timesShown = timesShown;
    }

    /** {@return what to show of a line; nothing if it was shown before} */
    public Optional<String> show(String line) {
        Matcher parts = LINE.matcher(line);
        Optional<Instant> time = parts.matches() ? time(parts.group(2)) : Optional.empty();
        if (time.isEmpty()) {
            return Optional.of(line);
        }
        String owner = parts.group(1) == null ? "" : parts.group(1);
        Instant before = last.getOrDefault(owner, last.getOrDefault("", Instant.MIN));
        if (!time.get().isAfter(before)) {
            return Optional.empty();
        }
        last.put(owner, time.get());
        return Optional.of(timesShown ? line : owner + parts.group(3));
    }

    /** {@return from when on lines may be missing; empty if none was shown} */
    public Optional<Instant> since() {
        Collection<Instant> times = last.values();
        return times.isEmpty() ? Optional.empty() : Optional.of(Collections.min(times));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
