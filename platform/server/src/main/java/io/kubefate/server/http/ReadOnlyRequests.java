package io.kubefate.server.http;

import io.kubefate.server.http.body.Flag;
import io.kubefate.server.http.resource.ImageResource;
import io.kubefate.server.http.resource.PlanResource;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Selects the requests that change nothing, so that the work on them is useless without a client. One with {@code dryRun} is among them
 * whatever its route: {@link FlagRules} refuses it if the route does not support that.
 */
final class ReadOnlyRequests implements Predicate<Request> {

    private static final Set<String> PATHS = Set.of(PlanResource.PATH, ImageResource.PATH);

    @Override
    public boolean test(Request request) {
        String dryRun = Request.extractQueryParameters(request).getValue(FlagRules.DRY_RUN);
        return isReadOnly(request.getMethod(), Request.getPathInContext(request))
                || dryRun != null && Flag.isTrue(dryRun);
    }

    static boolean isReadOnly(String method, String path) {
        return HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method) || PATHS.contains(path);
    }
}
