package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The id of a request: in its response, in the audit, and in every log line about it. */
public final class RequestId {

    /** The header with the id, of requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    /** What cannot forge a line of a log. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Sets the header of a response to the id of its request: the one that the client chose if it is acceptable, otherwise a new one. */
    public static String assign(Request request, Response response) {
        String id = request.getAttribute(ATTRIBUTE) instanceof String known ? known : choose(request);
        request.setAttribute(ATTRIBUTE, id);
        response.getHeaders().put(HEADER, id);
        return id;
    }

    /** Returns the id of a request that has one. */
    static String of(Request request) {
        return requireNonNull((String) request.getAttribute(ATTRIBUTE), "the request has no id");
    }

    private static String choose(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HEADER))
                .filter(id -> ACCEPTED.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
