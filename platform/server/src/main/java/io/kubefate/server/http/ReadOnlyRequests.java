package io.kubefate.server.http;

import io.kubefate.server.http.resource.ImageResource;
import io.kubefate.server.http.resource.PlanResource;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Selects the requests that change nothing, so that the work on them is useless without a client. */
final class ReadOnlyRequests implements Predicate<Request> {

    private static final Set<String> PATHS = Set.of(PlanResource.PATH, ImageResource.PATH);

    @Override
    public boolean test(Request request) {
        return isReadOnly(
                request.getMethod(),
                Request.getPathInContext(request),
                Request.extractQueryParameters(request).getValue("dryRun"));
    }

    /** @param dryRun the value of the query parameter */
    static boolean isReadOnly(String method, String path, @Nullable String dryRun) {
        return HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method) || PATHS.contains(path) || "true".equals(dryRun);
    }
}
