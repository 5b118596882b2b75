package io.kubefate.server.service.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A log line without its line end.
 *
 * @param text the line, after the time if times are requested
 */
record LogLine(String text) {

    /** The text that a kubelet sends, with a successful status, instead of the log of a removed container. */
    private static final String EXCUSE = "unable to retrieve container logs for ";

    /** Returns whether this is not part of the log but reports that there is none. */
    boolean isExcuse() {
        return text.startsWith(EXCUSE) && text.contains("://");
    }

    /** Returns the time at the start of the line, if there is one. */
    Optional<Instant> time() {
        int blank = text.indexOf(' ');
        try {
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.substring(0, blank)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // part of a long line
        }
    }

    /** Returns the line without its time. */
    LogLine withoutTime() {
        return time().isEmpty() ? this : new LogLine(text.substring(text.indexOf(' ') + 1));
    }
}
