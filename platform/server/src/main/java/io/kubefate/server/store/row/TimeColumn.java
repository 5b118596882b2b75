package io.kubefate.server.store.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Columns of type {@code datetime(6)}. */
public final class TimeColumn {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TimeColumn() {}

    /** Returns a time in the form in which all databases read it. */
    public static String text(Instant time) {
        return UTC.format(time);
    }
}
