package io.kubefate.server.http;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Adds a time to try again to every response with status 429 or 503 that has none. */
final class RetryHandler extends Handler.Wrapper {

    private static final Set<Integer> LATER =
            Set.of(HttpStatus.TOO_MANY_REQUESTS_429, HttpStatus.SERVICE_UNAVAILABLE_503);
    private static final int SECONDS = 5;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Retryable(request, response), callback);
    }

    private static final class Retryable extends Response.Wrapper {

        private Retryable(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (LATER.contains(getStatus()) && !isCommitted() && !getHeaders().contains(HttpHeader.RETRY_AFTER)) {
                getHeaders().put(HttpHeader.RETRY_AFTER, SECONDS);
            }
            super.write(last, content, callback);
        }
    }
}
