package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.body.Flag;
import io.kubefate.server.http.security.Public;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rejects requests that change something while the disk of the embedded database is full. A write that fails closes this database, and
 * then it cannot be read either until there is space again.
 */
final class StorageGuard implements DynamicFeature {

    private final Supplier<Optional<String>> problem;

    /** @param problem returns why nothing can be stored */
    StorageGuard(Supplier<Optional<String>> problem) {
        this.problem = requireNonNull(problem, "problem is null");
    }

    /** A login stores nothing. */
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(Public.class)) {
            context.register(new Filter(problem, FlagRules.supportsDryRun(resource.getResourceMethod())));
        }
    }

    @Priority(Priorities.USER)
    private record Filter(Supplier<Optional<String>> problem, boolean supportsDryRun)
            implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (!isReadOnly(request)) {
                problem.get().ifPresent(reason -> {
                    throw new KubefateException(ErrorCode.OVERLOADED, reason);
                });
            }
        }

        private boolean isReadOnly(ContainerRequestContext request) {
            UriInfo uri = request.getUriInfo();
            List<String> dryRun = uri.getQueryParameters().getOrDefault(FlagRules.DRY_RUN, List.of());
            return ReadOnlyRequests.isReadOnly(request.getMethod(), "/" + uri.getPath())
                    || supportsDryRun && new Flag(FlagRules.DRY_RUN, dryRun).isSet();
        }
    }
}
