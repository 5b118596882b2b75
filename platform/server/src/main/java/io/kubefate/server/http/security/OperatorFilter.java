package io.kubefate.server.http.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Refuses users who may not operate clusters. Runs after the token filter. */
@Priority(Priorities.AUTHORIZATION)
final class OperatorFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean allowed = request.getSecurityContext().getUserPrincipal() instanceof User user && user.mayOperate();
        if (!allowed) {
            request.abortWith(Forbidden.response("you don't have permission to access this resource"));
        }
    }
}
