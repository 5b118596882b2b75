package io.kubefate.plugin.testing;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** A locale with other upper and lower case (Turkish i), and another time zone. */
final class OtherLocale {

    private OtherLocale() {}

    /** {@return the result of work with another locale and time zone} */
    static <T> T call(Supplier<T> work) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            return work.get();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
