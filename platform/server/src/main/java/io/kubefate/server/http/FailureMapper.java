package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.ErrorReply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.http.security.Forbidden;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.service.spec.SpecProblems;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps every failure to a response; the only place that maps error codes to HTTP statuses. The body is a flat map of strings. An
 * internal error has the id of the request, under which the log contains the details.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final ObjectMapper json;

    FailureMapper(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof CancellationException || Thread.currentThread().isInterrupted()) {
            return stopped(failure);
        }
        if (failure instanceof WebApplicationException web) {
            return web(web);
        }
        if (failure instanceof InvalidSpecException spec) {
            return response(
                    status(spec.code()),
                    new ErrorReply(spec.getMessage(), spec.code().name(), problems(spec)));
        }
        if (failure instanceof KubefateException known && known.code() == ErrorCode.FORBIDDEN) {
            return Forbidden.response(known.getMessage());
        }
        if (failure instanceof KubefateException known) {
            return known(known, known.code());
        }
        if (failure instanceof StackOverflowError) {
            return tooComplex(failure);
        }
        if (failure instanceof KubernetesException kubernetes) {
            return known(kubernetes, code(kubernetes));
        }
        return known(failure, isDatabase(failure) ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL);
    }

    /** The client has gone, or the service stops. */
    private static Response stopped(Throwable failure) {
        LOG.debug("a request was stopped", failure);
        String message = "the work on the request was stopped; try again";
        return response(status(ErrorCode.OVERLOADED), new ErrorReply(message, ErrorCode.OVERLOADED.name(), null));
    }

    /** The service itself recurses only into requests. */
    private static Response tooComplex(Throwable failure) {
        LOG.warn("a request overflowed the stack", failure);
        String message = "the request is nested too deeply, or one of its values is too long";
        return response(
                status(ErrorCode.INVALID_REQUEST), new ErrorReply(message, ErrorCode.INVALID_REQUEST.name(), null));
    }

    private Response web(WebApplicationException failure) {
        Response response = failure.getResponse();
        if (failure instanceof NotFoundException) {
            return Response.status(Response.Status.NOT_FOUND)
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("404 page not found")
                    .build();
        }
        if (response.getStatus() >= 500) {
            return known(failure, ErrorCode.INTERNAL);
        }
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        String message = "invalid request: " + response.getStatusInfo().getReasonPhrase();
        return response(response.getStatus(), new ErrorReply(message, ErrorCode.INVALID_REQUEST.name(), null));
    }

    private static Response known(Throwable failure, ErrorCode code) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        String text = switch (code) {
            case INVALID_REQUEST, INVALID_SPEC, UNKNOWN_RELEASE, PLUGIN_REFUSED -> message;
            case ALREADY_EXISTS, OWNED_BY_ANOTHER, JOB_ACTIVE, WRONG_STATE, PLUGIN_IN_USE -> message;
            case NOT_FOUND, UNKNOWN_CLUSTER, UNCHANGED, UPGRADE_REFUSED, PLAN_REFUSED -> message;
            case FORBIDDEN, TOO_LARGE, TOO_MANY_REQUESTS, OVERLOADED -> message;
            case PRECONDITION_FAILED, IDEMPOTENCY_KEY_REUSED -> message;
            case KUBERNETES_REFUSED, KUBERNETES_UNAVAILABLE, DATABASE_DAMAGED -> logged(message);
            case DATABASE_UNAVAILABLE -> logged("the database is unavailable; try again later", failure);
            case PLUGIN_FAILED -> message + "; see the log, id " + logged(failure);
            case INTERNAL -> "internal error; see id " + logged(failure);
        };
        return response(status(code), new ErrorReply(text, code.name(), null));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, INVALID_SPEC, UNKNOWN_RELEASE, PLUGIN_REFUSED -> HttpStatus.BAD_REQUEST_400;
            case FORBIDDEN -> HttpStatus.FORBIDDEN_403;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE_413;
            case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS_429;
            case NOT_FOUND, UNKNOWN_CLUSTER -> HttpStatus.NOT_FOUND_404;
            case UNCHANGED, UPGRADE_REFUSED, PLAN_REFUSED -> HttpStatus.CONFLICT_409;
            case ALREADY_EXISTS, OWNED_BY_ANOTHER, JOB_ACTIVE, WRONG_STATE, PLUGIN_IN_USE -> HttpStatus.CONFLICT_409;
            case PRECONDITION_FAILED -> HttpStatus.PRECONDITION_FAILED_412;
            case IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY_422;
            case PLUGIN_FAILED, DATABASE_DAMAGED, INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR_500;
            case KUBERNETES_REFUSED -> HttpStatus.BAD_GATEWAY_502;
            case KUBERNETES_UNAVAILABLE, DATABASE_UNAVAILABLE, OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE_503;
        };
    }

    private static ErrorCode code(KubernetesException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, TRANSIENT -> ErrorCode.KUBERNETES_UNAVAILABLE;
            case REFUSED -> ErrorCode.KUBERNETES_REFUSED;
        };
    }

    /** {@return whether the database failed, by the cause that JDBI keeps} */
    private static boolean isDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(SQLException.class::isInstance);
    }

    /** The message says what Kubernetes answered. */
    private static String logged(String message) {
        LOG.warn("request refused: {}", message);
        return message;
    }

    private static String logged(String message, Throwable failure) {
        LOG.warn("request refused: {}", message, failure);
        return message;
    }

    private static String logged(Throwable failure) {
        String id = LogContext.requestId().orElseGet(() -> UUID.randomUUID().toString());
        LOG.error("request failed, id {}", id, failure);
        return id;
    }

    private static Response response(int status, ErrorReply reply) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(reply)
                .build();
    }

    private String problems(InvalidSpecException failure) {
        try {
            return json.writeValueAsString(SpecProblems.of(failure.problems()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write problems as JSON", e);
        }
    }
}
