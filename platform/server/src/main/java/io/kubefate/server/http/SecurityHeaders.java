package io.kubefate.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Adds headers to every response, also to errors, that forbid browsers what the service does not need. */
final class SecurityHeaders implements HttpConfiguration.Customizer {

    /** A response is data: it loads nothing, and no page contains it. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The pages of the Swagger UI load nothing from other hosts, and set styles of elements. */
    private static final String SWAGGER = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SWAGGER_PATH = "/v1/swagger/";
    private static final String YEAR = "max-age=31536000";

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        add(request, headers);
        return request;
    }

    /** Adds them to a response that has none of them. */
    static void add(Request request, HttpFields.Mutable headers) {
        String path = Request.getPathInContext(request);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", path.startsWith(SWAGGER_PATH) ? SWAGGER : DATA);
        if (request.isSecure()) {
            headers.put("Strict-Transport-Security", YEAR);
        }
    }
}
