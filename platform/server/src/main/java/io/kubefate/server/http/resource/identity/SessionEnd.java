package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.TokenService;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Ends sessions. */
final class SessionEnd {

    private final Authentication authentication;
    private final TokenService tokens;

    SessionEnd(Authentication authentication, TokenService tokens) {
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
    }

    /** Ends the session of the token that a request presents, if it is accepted. */
    void of(ContainerRequestContext request, AuditTrail trail) {
        authentication.of(request).ifPresentOrElse(user -> end(user, trail), trail::readOnly);
    }

    private void end(User user, AuditTrail trail) {
        tokens.logout(user.token(), authentication.tokens().end(user.token()));
        trail.sender(user);
    }
}
