package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.ErrorReply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.service.SpecProblems;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every failure into an answer; the only place that knows which HTTP status a code has. The body is a flat map of
 * strings, and what is our own fault carries an id under which the log has the details.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final ObjectMapper json;

    FailureMapper(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return web(web);
        }
        if (failure instanceof InvalidSpecException spec) {
            return response(
                    status(spec.code()),
                    new ErrorReply(spec.getMessage(), spec.code().name(), problems(spec)));
        }
        if (failure instanceof KubefateException known) {
            return known(known, known.code());
        }
        if (failure instanceof KubernetesException kubernetes) {
            return known(kubernetes, code(kubernetes));
        }
        return known(failure, isDatabase(failure) ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL);
    }

    private Response web(WebApplicationException failure) {
        Response response = failure.getResponse();
        if (failure instanceof NotFoundException) {
            return Response.status(404)
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
        String message =
                "the request is not possible here: " + response.getStatusInfo().getReasonPhrase();
        return response(response.getStatus(), new ErrorReply(message, ErrorCode.INVALID_REQUEST.name(), null));
    }

    private static Response known(Throwable failure, ErrorCode code) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        String text = switch (code) {
            case INVALID_REQUEST, INVALID_SPEC, UNKNOWN_RELEASE, PLUGIN_REFUSED -> message;
            case ALREADY_EXISTS, OWNED_BY_ANOTHER, JOB_ACTIVE, WRONG_STATE, PLUGIN_IN_USE -> message;
            case UNKNOWN_CLUSTER, UNCHANGED, UPGRADE_REFUSED, PLAN_REFUSED -> message;
            // Existing clients look for these words.
            case NOT_FOUND -> "record not found";
            case KUBERNETES_REFUSED, KUBERNETES_UNAVAILABLE -> logged(message, failure);
            case DATABASE_UNAVAILABLE -> logged("the database does not answer; try again later", failure);
            case PLUGIN_FAILED -> message + "; the log has more under id " + logged(failure);
            case INTERNAL -> "internal error; the log has more under id " + logged(failure);
        };
        return response(status(code), new ErrorReply(text, code.name(), null));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, INVALID_SPEC, UNKNOWN_RELEASE, PLUGIN_REFUSED -> 400;
            case NOT_FOUND, UNKNOWN_CLUSTER -> 404;
            case UNCHANGED, UPGRADE_REFUSED, PLAN_REFUSED -> 409;
            case ALREADY_EXISTS, OWNED_BY_ANOTHER, JOB_ACTIVE, WRONG_STATE, PLUGIN_IN_USE -> 409;
            case PLUGIN_FAILED, INTERNAL -> 500;
            case KUBERNETES_REFUSED -> 502;
            case KUBERNETES_UNAVAILABLE, DATABASE_UNAVAILABLE -> 503;
        };
    }

    private static ErrorCode code(KubernetesException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE -> ErrorCode.KUBERNETES_UNAVAILABLE;
            case REFUSED -> ErrorCode.KUBERNETES_REFUSED;
        };
    }

    /** {@return whether a database refused or did not answer, by the cause that JDBI keeps} */
    private static boolean isDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(SQLException.class::isInstance);
    }

    private static String logged(String message, Throwable failure) {
        LOG.warn("request refused: {}", message, failure);
        return message;
    }

    private static String logged(Throwable failure) {
        String id = UUID.randomUUID().toString();
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
            throw new IllegalStateException("problems are plain text and numbers", e);
        }
    }
}
