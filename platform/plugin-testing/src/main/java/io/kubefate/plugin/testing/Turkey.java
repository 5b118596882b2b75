package io.kubefate.plugin.testing;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** A place with surprising letters, on another day: what depends on where it is done gives itself away here. */
final class Turkey {

    private Turkey() {}

    /** {@return what the work gives with another locale and time zone} */
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
