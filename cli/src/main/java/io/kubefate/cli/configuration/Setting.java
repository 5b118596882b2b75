package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

/**
 * One setting and where it came from, so that an error message can name the place to change.
 *
 * @param value its text
 * @param source for example {@code /home/ann/config.yaml}, {@code FATECLOUD_SERVICEURL} or {@code the default}
 */
public record Setting(String value, String source) {

    /** Checks that nothing is null. */
    public Setting {
        requireNonNull(value, "value is null");
        requireNonNull(source, "source is null");
    }
}
