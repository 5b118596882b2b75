package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

/**
 * The services for users, permissions and tokens.
 *
 * @param access decides about requests
 */
public record IdentityServices(
        AccessControl access,
        UserService users,
        GrantService grants,
        TokenService tokens,
        ResourceNamespaces namespaces) {

    public IdentityServices {
        requireNonNull(access, "access is null");
        requireNonNull(users, "users is null");
        requireNonNull(grants, "grants is null");
        requireNonNull(tokens, "tokens is null");
        requireNonNull(namespaces, "namespaces is null");
    }
}
