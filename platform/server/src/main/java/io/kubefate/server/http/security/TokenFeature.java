package io.kubefate.server.http.security;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Adds the token filter to every resource method that is not {@link Public}, and the operator filter to those for {@link Operators}. */
public final class TokenFeature implements DynamicFeature {

    private final TokenFilter filter;

    public TokenFeature(Tokens tokens) {
        this.filter = new TokenFilter(tokens);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(Public.class)) {
            context.register(filter);
        }
        if (resource.getResourceMethod().isAnnotationPresent(Operators.class)) {
            context.register(new OperatorFilter());
        }
    }
}
