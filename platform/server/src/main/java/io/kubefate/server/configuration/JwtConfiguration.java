package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are signed.
 *
 * @param key the secret, at least 32 bytes of UTF-8; all services that share a database need the same. Without one, a service
 *     with an embedded database makes its own and keeps it beside the database
 * @param lifetime how long a token is valid; 30 minutes if nothing is given
 */
public record JwtConfiguration(Optional<String> key, Duration lifetime) {

    /** Fills in what is not given. */
    public JwtConfiguration(Optional<String> key, @Nullable Duration lifetime) {
        this.key = requireNonNull(key, "key is null").filter(text -> !text.isEmpty());
        this.lifetime = Objects.requireNonNullElse(lifetime, Duration.minutes(30));
    }

    /** {@return all but the key} */
    @Override
    public String toString() {
        return "tokens for " + lifetime;
    }
}
