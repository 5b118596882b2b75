package io.kubefate.server.http.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a request whose token is not one of a session. */
record UserContext(User user, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return user;
    }

    /** Permissions are not roles of this kind; see {@link Requires}. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return PresentedToken.PREFIX;
    }
}
