package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Divides the threads among connections. Every request queues for a thread: otherwise a client that sends many requests without waiting
 * for the responses keeps the thread of its connection. A client that does not read its responses keeps none.
 */
final class ResponseHandler extends Handler.Wrapper {

    private final HeaderDeadline deadline;

    ResponseHandler(HeaderDeadline deadline) {
        this.deadline = requireNonNull(deadline, "deadline is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        DetachedResponse detached = new DetachedResponse(request, response, deadline.arrived(request, callback));
        request.getContext().execute(() -> handle(request, detached));
        return true;
    }

    private void handle(Request request, DetachedResponse response) {
        try {
            if (!super.handle(request, response, response)) {
                Response.writeError(request, response, response, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, response, e);
        }
    }
}
