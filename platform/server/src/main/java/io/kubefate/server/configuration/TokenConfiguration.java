package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.NotNull;

/**
 * How tokens are made.
 *
 * @param key what signs them, at least 32 bytes; empty for a key that is kept beside the embedded database
 * @param lifetime how long they are good
 */
public record TokenConfiguration(String key, @NotNull Duration lifetime) {

    /** {@return the lifetime only} */
    @Override
    public String toString() {
        return "tokens for " + lifetime;
    }
}
