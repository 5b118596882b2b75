package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of sessions.
 *
 * @param key the secret key that signs tokens, at least 32 bytes of UTF-8. By default, the service generates a key and keeps it in the
 *     database, so that all replicas have the same one
 * @param lifetime the lifetime of a token
 * @param maxSession how long after a login its tokens can be refreshed
 */
@SelfValidating
public record JwtConfiguration(
        Optional<String> key,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration lifetime,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration maxSession) {

    private static final int MIN_BYTES = 32;

    /** Placeholders in examples: with a published key, anybody can sign tokens. */
    private static final Pattern PUBLISHED = Pattern.compile("(?i)change.?me");

    /** Sets the defaults. */
    public JwtConfiguration(Optional<String> key, @Nullable Duration lifetime, @Nullable Duration maxSession) {
        this.key = requireNonNull(key, "key is null").filter(text -> !text.isEmpty());
        this.lifetime = Objects.requireNonNullElse(lifetime, Duration.minutes(30));
        this.maxSession = Objects.requireNonNullElse(maxSession, Duration.hours(12));
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        key.flatMap(JwtConfiguration::weakness)
                .ifPresent(weakness -> violations.addViolation(
                        "key",
                        weakness + "; leave it empty, and the service generates a key, or use the output of:"
                                + " openssl rand -hex 32"));
    }

    private static Optional<String> weakness(String key) {
        if (PUBLISHED.matcher(key).find()) {
            return Optional.of("this key is published as an example, so anybody can sign tokens");
        }
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        return bytes < MIN_BYTES
                ? Optional.of("the key has " + bytes + " bytes; at least " + MIN_BYTES + " are required")
                : Optional.empty();
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "tokens for " + lifetime;
    }
}
