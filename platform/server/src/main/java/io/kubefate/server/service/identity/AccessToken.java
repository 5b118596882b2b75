package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A token that a request presents, whose signature or hash is already verified.
 *
 * @param id identifies the token, and reveals nothing of it
 * @param sessions of the account when a session began; empty text for other tokens
 * @param since when the session began, or the token was created
 */
public record AccessToken(Kind kind, String id, Subject subject, String sessions, Instant since, Instant expiresAt) {

    public AccessToken {
        requireNonNull(kind, "kind is null");
        requireNonNull(id, "id is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(sessions, "sessions is null");
        requireNonNull(since, "since is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    /** Where a token comes from. */
    public enum Kind {
        /** A login. */
        SESSION,
        /** A long-lived token of a user, for programs. */
        API,
        /** An identity provider. */
        OIDC
    }
}
