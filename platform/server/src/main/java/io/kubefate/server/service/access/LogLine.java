package io.kubefate.server.service.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A line of a log, without its end.
 *
 * @param text what the container wrote, behind the time if Kubernetes was asked for times
 */
record LogLine(String text) {

    /** A kubelet's words instead of the log of a container that it has removed already; without a status that tells. */
    private static final String EXCUSE = "unable to retrieve container logs for ";

    /** {@return whether this is no line of the log but says that there is none} */
    boolean isExcuse() {
        return text.startsWith(EXCUSE) && text.contains("://");
    }

    /** {@return the time at the line's beginning, if there is one} */
    Optional<Instant> time() {
        int blank = text.indexOf(' ');
        try {
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.substring(0, blank)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // a piece of a line that was too long
        }
    }

    /** {@return the line without the time at its beginning} */
    LogLine withoutTime() {
        return time().isEmpty() ? this : new LogLine(text.substring(text.indexOf(' ') + 1));
    }
}
