package io.kubefate.server.http;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.body.Flag;
import io.kubefate.server.http.security.MaskedParameter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses requests with an invalid boolean query parameter, and with {@code dryRun} if the resource method does not support it: it would
 * change something that its client wants to leave unchanged.
 */
final class FlagRules implements DynamicFeature {

    static final String DRY_RUN = "dryRun";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new Filter(flags(resource.getResourceMethod())));
    }

    /** Returns whether a resource method can change nothing on request. */
    static boolean supportsDryRun(Method method) {
        return flags(method).contains(DRY_RUN);
    }

    private static Set<String> flags(Method method) {
        Stream<String> own = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == boolean.class)
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter -> parameter.getAnnotation(QueryParam.class).value());
        return Stream.concat(own, Stream.of(MaskedParameter.NAME)).collect(Collectors.toUnmodifiableSet());
    }

    /** Runs after the checks of the user. */
    @Priority(Priorities.USER - 1)
    private record Filter(Set<String> flags) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
            flags.forEach(name -> new Flag(name, query.getOrDefault(name, List.of())).isSet());
            if (query.containsKey(DRY_RUN) && !flags.contains(DRY_RUN)) {
                throw KubefateException.invalid("this request does not support " + DRY_RUN
                        + "; nothing was changed; send it without the parameter");
            }
        }
    }
}
