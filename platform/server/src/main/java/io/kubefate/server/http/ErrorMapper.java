package io.kubefate.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.ErrorReply;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.spec.InvalidSpecException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that makes an HTTP answer of a failure. */
final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private final ObjectMapper json;

    ErrorMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Response toResponse(Throwable e) {
        if (e instanceof KubefateException refused) {
            return answer(refused.code(), refused.getMessage(), problems(refused));
        }
        if (e instanceof KubernetesException failed) {
            return answer(code(failed), failed.getMessage(), null);
        }
        if (e instanceof JsonProcessingException unreadable) {
            return answer(
                    ErrorCode.INVALID_REQUEST, "the body is no such JSON: " + unreadable.getOriginalMessage(), null);
        }
        if (e instanceof NotFoundException) {
            return Response.status(404)
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("404 page not found")
                    .build();
        }
        if (e instanceof WebApplicationException web) {
            return web(web);
        }
        return unexpected(e);
    }

    private static Response web(WebApplicationException e) {
        Response response = e.getResponse();
        if (response.hasEntity()) {
            return response;
        }
        return Response.fromResponse(response)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorReply(e.getMessage(), ErrorCode.INVALID_REQUEST.name(), null))
                .build();
    }

    private Response unexpected(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.error("{}", id, e);
        boolean database = e instanceof JdbiException;
        String message = database ? "the database does not answer" : "internal error";
        return answer(
                database ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL,
                message + "; the log of the service has the details under " + id,
                null);
    }

    private static Response answer(ErrorCode code, String message, String problems) {
        return Response.status(status(code))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorReply(message, code.name(), problems))
                .build();
    }

    private String problems(KubefateException e) {
        try {
            return e instanceof InvalidSpecException invalid ? json.writeValueAsString(invalid.problems()) : null;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static ErrorCode code(KubernetesException e) {
        return switch (e.kind()) {
            case UNAVAILABLE -> ErrorCode.KUBERNETES_UNAVAILABLE;
            case REFUSED -> ErrorCode.KUBERNETES_REFUSED;
        };
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, INVALID_SPEC, UNKNOWN_RELEASE -> 400;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, OWNED_BY_ANOTHER, JOB_ACTIVE, WRONG_STATE -> 409;
            case PLUGIN_FAILED, INTERNAL -> 500;
            case KUBERNETES_REFUSED -> 502;
            case KUBERNETES_UNAVAILABLE, DATABASE_UNAVAILABLE -> 503;
        };
    }
}
