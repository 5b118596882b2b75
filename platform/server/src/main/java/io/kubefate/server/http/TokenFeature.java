package io.kubefate.server.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Asks for a token everywhere but where a resource says {@link PermitAll}. */
final class TokenFeature implements DynamicFeature {

    private final TokenFilter filter;

    TokenFeature(TokenFilter filter) {
        this.filter = filter;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            context.register(filter);
        }
    }
}
