package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The token of a login.
 *
 * @param issued by the clock of this machine
 * @param expires by the clock of the service
 */
public record SessionToken(String token, Instant issued, Instant expires) {

    public SessionToken {
        requireNonNull(token, "token is null");
        requireNonNull(issued, "issued is null");
        requireNonNull(expires, "expires is null");
    }

    /** {@return whether half of its lifetime has passed, so that commands in a row seldom refresh it} */
    public boolean isDue(Instant now) {
        return Duration.between(issued, now).compareTo(Duration.between(now, expires)) > 0;
    }

    /** {@return a text without the token, because records end up in messages} */
    @Override
    public String toString() {
        return "SessionToken[expires=" + expires + "]";
    }
}
