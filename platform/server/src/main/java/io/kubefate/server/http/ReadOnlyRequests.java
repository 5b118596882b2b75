package io.kubefate.server.http;

import io.kubefate.server.http.resource.ImageResource;
import io.kubefate.server.http.resource.PlanResource;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** Selects the requests that change nothing, so that the work on them is useless without a client. */
final class ReadOnlyRequests implements Predicate<Request> {

    private static final Set<String> PATHS = Set.of(PlanResource.PATH, ImageResource.PATH);

    @Override
    public boolean test(Request request) {
        return HttpMethod.GET.is(request.getMethod())
                || HttpMethod.HEAD.is(request.getMethod())
                || PATHS.contains(Request.getPathInContext(request))
                || "true".equals(Request.extractQueryParameters(request).getValue("dryRun"));
    }
}
