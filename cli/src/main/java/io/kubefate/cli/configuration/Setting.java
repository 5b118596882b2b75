package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

/**
 * A setting and its source, so that an error message can name the place to change.
 *
 * @param value the text
 * @param source for example {@code /home/ann/config.yaml}, {@code FATECLOUD_SERVICEURL} or {@code the default}
 */
public record Setting(String value, String source) {

    private static final String DEFAULT = "the default";

    public Setting {
        requireNonNull(value, "value is null");
        requireNonNull(source, "source is null");
    }

    /** {@return a value that is not configured} */
    static Setting standard(String value) {
        return new Setting(value, DEFAULT);
    }

    /** {@return whether the value is configured} */
    boolean isConfigured() {
        return !source.equals(DEFAULT);
    }

    /** {@return value and source for a message, for example {@code "localhost" (from FATECLOUD_SERVICEURL)}; not for a password} */
    public String quoted() {
        return "\"" + value + "\" (from " + source + ")";
    }
}
