package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Tokens that were verified before. */
class TokensTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final Time clock = new Time();
    private final Tokens tokens = tokens("a key of thirty-two bytes or more");

    @Test
    void aTokenIsKnownWhenItWasVerified() {
        String token = tokens.issue("operator", "1").text();

        assertThat(tokens.known(token)).isEmpty();
        assertThat(tokens.read(token)).isPresent().isEqualTo(tokens.known(token));
    }

    @Test
    void aTokenIsKnownUntilItExpires() {
        String token = tokens.issue("operator", "1").text();
        tokens.read(token);

        clock.now = clock.now.plus(LIFETIME);

        assertThat(tokens.known(token)).isEmpty();
    }

    @Test
    void aTokenWithAnotherSignatureIsNotKnown() {
        String token = tokens.issue("operator", "1").text();
        String claims = token.substring(0, token.lastIndexOf('.') + 1);
        String forged = tokens("another key of thirty-two bytes or more")
                .issue("operator", "1")
                .text();
        tokens.read(token);

        assertThat(tokens.read(claims + forged.substring(forged.lastIndexOf('.') + 1)))
                .isEmpty();
        assertThat(tokens.read(forged)).isEmpty();
        assertThat(tokens.known(forged)).isEmpty();
    }

    private Tokens tokens(String key) {
        return new Tokens(
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"), LIFETIME, LIFETIME, clock);
    }

    private static final class Time extends Clock {

        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
