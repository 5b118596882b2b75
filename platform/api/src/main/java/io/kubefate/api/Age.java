package io.kubefate.api;

import java.time.Duration;

/** Formats durations as kubectl does: at most two units, the coarser the longer the duration. */
public final class Age {

    private Age() {}

    /**
     * Formats a duration.
     *
     * @return for example {@code 42s}, {@code 5m30s}, {@code 3h}, {@code 2d4h}, {@code 1y30d}; {@code <invalid>} below -1 s
     */
    public static String format(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.compareTo(Duration.ofSeconds(-1)) < 0) {
            return "<invalid>";
        }
        if (seconds < 120) {
            return Math.max(0, seconds) + "s";
        }
        return duration.toHours() < 48 ? hours(duration) : days(duration);
    }

    private static String hours(Duration duration) {
        long minutes = duration.toMinutes();
        long hours = duration.toHours();
        if (minutes < 10) {
            return pair(minutes, "m", duration.toSecondsPart(), "s");
        }
        if (hours < 3) {
            return minutes + "m";
        }
        return hours < 8 ? pair(hours, "h", duration.toMinutesPart(), "m") : hours + "h";
    }

    private static String days(Duration duration) {
        long days = duration.toDays();
        if (days < 8) {
            return pair(days, "d", duration.toHoursPart(), "h");
        }
        if (days < 2 * 365) {
            return days + "d";
        }
        return days < 8 * 365 ? pair(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
