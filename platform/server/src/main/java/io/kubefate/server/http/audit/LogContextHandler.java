package io.kubefate.server.http.audit;

import io.kubefate.server.concurrent.LogContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Adds the id that {@link ArrivalHandler} gave a request to every line that its thread logs. Belongs where the request has its thread. */
public final class LogContextHandler extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        LogContext.Scope scope = LogContext.ofRequest(RequestId.of(request)).enter();
        try {
            return super.handle(request, response, callback);
        } finally {
            scope.close();
        }
    }
}
