package io.kubefate.cli.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in JSON, by RFC 3339. */
final class Timestamp {

    private Timestamp() {}

    /**
     * Reads a time. One in UTC, as the service sends it, is read without a formatter of Java, which is slow to start.
     *
     * @throws DateTimeException if it is none
     */
    static Instant parse(String text) {
        return isUtc(text) ? utc(text) : Instant.parse(text);
    }

    /** Whether the text is like {@code 2020-11-13T07:22:53Z}, with or without a fraction of a second. */
    private static boolean isUtc(String text) {
        String form = "0000-00-00T00:00:00";
        int end = text.length() - 1;
        if (end < form.length() || end > form.length() + 10 || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < form.length() ? form.charAt(i) : i == form.length() ? '.' : '0';
            char found = text.charAt(i);
            boolean matches = expected == '0' ? found >= '0' && found <= '9' : found == expected;
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static Instant utc(String text) {
        int end = text.length() - 1;
        String fraction = end > 20 ? text.substring(20, end) : "";
        int nanos = fraction.isEmpty() ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
        LocalDateTime time = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                nanos);
        return time.toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }
}
