package io.kubefate.server.http.security;

import io.kubefate.server.service.identity.AccessToken;
import java.util.Optional;

/**
 * What is known of a token after it has been read once.
 *
 * @param valid the token, if its signature and claims are valid
 * @param expired the token, if it was valid before
 * @param refusal why it is not valid
 */
record TokenReading(Optional<AccessToken> valid, Optional<AccessToken> expired, String refusal) {

    static TokenReading valid(AccessToken token) {
        return new TokenReading(Optional.of(token), Optional.empty(), "the token is not accepted");
    }

    static TokenReading expired(Optional<AccessToken> token) {
        return new TokenReading(Optional.empty(), token, "Token is expired");
    }

    static TokenReading refused(String reason) {
        return new TokenReading(Optional.empty(), Optional.empty(), reason);
    }
}
