package io.kubefate.server.service;

import java.time.Duration;

/** Ages as kubectl prints them: two units at most, the finer one only while it matters. */
final class AgeText {

    private AgeText() {}

    /** {@return for example {@code 90s}, {@code 5m10s}, {@code 3h20m}, {@code 5d}} */
    static String of(Duration age) {
        if (age.isNegative()) {
            return "0s";
        }
        if (age.toSeconds() < 120) {
            return age.toSeconds() + "s";
        }
        if (age.toMinutes() < 10) {
            return pair(age.toMinutes(), "m", age.toSecondsPart(), "s");
        }
        if (age.toHours() < 3) {
            return age.toMinutes() + "m";
        }
        if (age.toHours() < 8) {
            return pair(age.toHours(), "h", age.toMinutesPart(), "m");
        }
        return age.toHours() < 48 ? age.toHours() + "h" : days(age);
    }

    private static String days(Duration age) {
        long days = age.toDays();
        if (days < 8) {
            return pair(days, "d", age.toHoursPart(), "h");
        }
        if (days < 2 * 365) {
            return days + "d";
        }
        return days < 8 * 365 ? pair(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String pair(long major, String majorUnit, long minor, String minorUnit) {
        return minor == 0 ? major + majorUnit : major + majorUnit + minor + minorUnit;
    }
}
