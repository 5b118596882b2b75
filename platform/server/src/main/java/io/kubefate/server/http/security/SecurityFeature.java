package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.identity.ResourceNamespaces;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/**
 * Adds the checks that each resource method states: {@link Public}, {@link Authenticated} or {@link Requires}. A method that states none
 * of them cannot be called.
 */
public final class SecurityFeature implements DynamicFeature {

    private final TokenFilter tokens;
    private final ResourceNamespaces namespaces;

    public SecurityFeature(Authentication authentication, ResourceNamespaces namespaces) {
        this.tokens = new TokenFilter(authentication);
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(OwnPagesOnly.class)) {
            context.register(new OwnPagesFilter());
        }
        if (method.isAnnotationPresent(Public.class)) {
            return;
        }
        context.register(tokens);
        if (method.isAnnotationPresent(Requires.class)) {
            context.register(new PermissionFilter(method.getAnnotation(Requires.class), namespaces));
        } else if (!method.isAnnotationPresent(Authenticated.class)) {
            context.register(new ClosedFilter());
        }
    }

    @Priority(Priorities.AUTHORIZATION)
    private static final class ClosedFilter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Forbidden.response("this request states no permission, so nobody has it"));
        }
    }

    @Priority(Priorities.AUTHENTICATION)
    private static final class OwnPagesFilter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (OwnPages.isForeign(request)) {
                request.abortWith(Forbidden.response("pages of another site may not begin or end a session"));
            }
        }
    }
}
