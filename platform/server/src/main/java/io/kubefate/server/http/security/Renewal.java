package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The refresh tokens of an identity provider, which browsers keep without being able to read them. */
public final class Renewal {

    private static final String TOKEN = "token";
    private static final String END = "end";

    private final Seal seal;
    private final Duration maxSession;
    private final Clock clock;

    Renewal(Seal seal, Duration maxSession, Clock clock) {
        this.seal = requireNonNull(seal, "seal is null");
        this.maxSession = requireNonNull(maxSession, "maxSession is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * What a browser keeps.
     *
     * @param text empty if there is no refresh token
     * @param end of the session
     */
    public record Sealed(String text, Instant end) {}

    /** A refresh token, and the end of its session. */
    record Token(String text, Instant end) {}

    /** {@return the token of a session that begins} */
    Sealed begin(Optional<String> token) {
        Instant end = clock.instant().plus(maxSession);
        return token.map(text -> sealed(text, end)).orElseGet(() -> new Sealed("", end));
    }

    /** {@return the token of a session that has begun} */
    Sealed sealed(String token, Instant end) {
        return new Sealed(
                seal.seal(Map.of(TOKEN, token, END, end.toString()), Duration.between(clock.instant(), end)), end);
    }

    /** {@return what was sealed; empty after the end of the session} */
    Optional<Token> open(String sealed) {
        return seal.open(sealed)
                .map(claims -> new Token(Seal.text(claims, TOKEN), Instant.parse(Seal.text(claims, END))));
    }
}
