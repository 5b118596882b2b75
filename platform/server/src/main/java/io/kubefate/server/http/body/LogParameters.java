package io.kubefate.server.http.body;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.access.LogQuery;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The query parameters of a request for logs. They are read as KubeFATE 1 reads them: the values that its command line sends for an
 * option that is not set (empty text, {@code tail=-1}, {@code limit-bytes=0}, the zero time) count as not set.
 */
public record LogParameters(MultivaluedMap<String, String> query) {

    /** Earlier times count as not set: the zero time of Go, in any time zone. */
    private static final Instant UNSET = Instant.parse("0001-01-03T00:00:00Z");

    /**
     * Parses the parameters.
     *
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public LogQuery read() {
        Optional<Long> seconds = number("since").filter(value -> value > 0);
        Optional<Instant> since = time("since-time");
        if (seconds.isPresent() && since.isPresent()) {
            throw KubefateException.invalid("since and since-time are mutually exclusive");
        }
        flag("follow"); // the path decides whether to follow, but an invalid value is refused
        return new LogQuery(
                text("container"),
                flag("previous"),
                seconds,
                since,
                flag("timestamps"),
                number("tail").filter(value -> value >= 0),
                number("limit-bytes").filter(value -> value > 0));
    }

    private String text(String name) {
        return Optional.ofNullable(query.getFirst(name)).orElse("").strip();
    }

    private boolean flag(String name) {
        String value = text(name);
        if (!value.isEmpty() && !Flag.isKnown(value)) {
            throw KubefateException.invalid(name + ": invalid boolean: '" + value + "'");
        }
        return Flag.isTrue(value);
    }

    private Optional<Long> number(String name) {
        String value = text(name);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw KubefateException.invalid(name + ": invalid integer: '" + value + "'");
        }
    }

    private Optional<Instant> time(String name) {
        String value = text(name);
        try {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(instant(value)).filter(UNSET::isBefore);
        } catch (DateTimeParseException e) {
            throw KubefateException.invalid(
                    name + ": invalid time: '" + value + "'; use a format like 2020-11-13T07:22:53Z");
        }
    }

    /** The command line of KubeFATE 1 sends times without a zone. */
    private static Instant instant(String text) {
        boolean zoned = text.matches(".*(Z|z|[+-]\\d\\d:\\d\\d)");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
