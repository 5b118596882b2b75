package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.identity.Access;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request was permitted by. A stream ends when it is no longer permitted.
 *
 * @param namespace where the permission was required
 */
public record Grant(AccessToken token, Permission permission, String namespace) {

    /** The property of a request that has its grant. */
    static final String PROPERTY = Grant.class.getName();

    public Grant {
        requireNonNull(token, "token is null");
        requireNonNull(permission, "permission is null");
        requireNonNull(namespace, "namespace is null");
    }

    /** {@return what a request was permitted by; only for resource methods that require a permission} */
    public static Grant of(HttpServletRequest request) {
        return requireNonNull((Grant) request.getAttribute(PROPERTY), "the request has no grant");
    }

    /** {@return why the request is no longer permitted; empty if it still is} */
    public Optional<String> loss(Access access, Instant now) {
        return access.refusal(token, now).or(() -> access.denial(token.subject(), permission, namespace));
    }
}
