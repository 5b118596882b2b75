package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings for tokens.
 *
 * @param key the secret key, at least 32 bytes of UTF-8; services that share a database need the same key. By default, a service
 *     with an embedded database generates a key and stores it beside the database
 * @param lifetime the lifetime of a token; default 30 minutes
 */
public record JwtConfiguration(Optional<String> key, Duration lifetime) {

    /** Sets the defaults. */
    public JwtConfiguration(Optional<String> key, @Nullable Duration lifetime) {
        this.key = requireNonNull(key, "key is null").filter(text -> !text.isEmpty());
        this.lifetime = Objects.requireNonNullElse(lifetime, Duration.minutes(30));
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "tokens for " + lifetime;
    }
}
