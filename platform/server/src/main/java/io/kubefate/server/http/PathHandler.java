package io.kubefate.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses a path with parameters, such as {@code /v1/cluster;x}. No route has any, and Jersey ignores them when it matches a route, so
 * that a rule about a path would see another one than Jersey.
 */
final class PathHandler extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path == null || path.indexOf(';') < 0) {
            return super.handle(request, response, callback);
        }
        Response.writeError(
                request, response, callback, HttpStatus.BAD_REQUEST_400, "the path must not contain ';'; write %3B");
        return true;
    }
}
