package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.ErrorReply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.server.http.audit.RequestId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Writes the errors of requests that reach no resource, for example malformed ones, in the format of all others. The default of Jetty
 * is a page with the names of its classes.
 */
final class JsonErrors implements Request.Handler {

    private final ObjectMapper json;

    JsonErrors(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        int status = response.getStatus();
        RequestId.assign(request, response);
        byte[] body = json.writeValueAsBytes(
                new ErrorReply(text(request, status), code(status).name(), null));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        SecurityHeaders.add(request, response.getHeaders());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static String text(Request request, int status) {
        if (status == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return "internal error; see the log of the service";
        }
        String reason = reason(request, status);
        return status < 500 ? "invalid request: " + reason : reason;
    }

    /** The message of an unexpected exception can contain names of classes. */
    private static String reason(Request request, int status) {
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Object message = cause instanceof HttpException expected
                ? expected.getReason()
                : request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        boolean known = cause == null || cause instanceof HttpException;
        return known && message instanceof String text && !text.isBlank() ? text : HttpStatus.getMessage(status);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case HttpStatus.PAYLOAD_TOO_LARGE_413, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                ErrorCode.TOO_LARGE;
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> ErrorCode.OVERLOADED;
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> ErrorCode.INTERNAL;
            default -> ErrorCode.INVALID_REQUEST;
        };
    }
}
