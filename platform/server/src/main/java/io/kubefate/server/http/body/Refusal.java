package io.kubefate.server.http.body;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response with status 503 to a request whose body the service cannot take at the moment. */
record Refusal(String message) {

    static final Refusal OVERLOADED = new Refusal("too many large requests at the moment; try again later");

    private static final int RETRY_SECONDS = 5;

    static Refusal storage(IOException failure) {
        return new Refusal("the request cannot be stored: " + failure.getMessage());
    }

    void write(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, message);
    }
}
