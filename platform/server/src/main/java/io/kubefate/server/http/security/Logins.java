package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The ways to log in.
 *
 * @param password with a password
 * @param oidc at the identity provider, if there is one
 */
public record Logins(Login password, Optional<OidcLogin> oidc) {

    public Logins {
        requireNonNull(password, "password is null");
        requireNonNull(oidc, "oidc is null");
    }
}
