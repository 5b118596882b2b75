package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.ErrorReply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.kubernetes.KubernetesException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureMapperTest {

    private final FailureMapper mapper = new FailureMapper(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST,400,text",
        "TOO_LARGE,413,text",
        "TOO_MANY_REQUESTS,429,text",
        "OVERLOADED,503,text",
        "INVALID_SPEC,400,text",
        "UNKNOWN_RELEASE,400,text",
        "PLUGIN_REFUSED,400,text",
        "NOT_FOUND,404,text",
        "ALREADY_EXISTS,409,text",
        "OWNED_BY_ANOTHER,409,text",
        "JOB_ACTIVE,409,text",
        "WRONG_STATE,409,text",
        "PRECONDITION_FAILED,412,text",
        "IDEMPOTENCY_KEY_REUSED,422,text",
        "PLUGIN_REFUSED,400,text",
        "PLUGIN_IN_USE,409,text",
        "PLUGIN_FAILED,500,text; see the log, id ",
        "KUBERNETES_REFUSED,502,text",
        "KUBERNETES_UNAVAILABLE,503,text",
        "DATABASE_UNAVAILABLE,503,the database is unavailable; try again later",
        "DATABASE_DAMAGED,500,text",
        "INTERNAL,500,internal error; see id "
    })
    void mapsEveryCodeToAStatusAndAText(ErrorCode code, int status, String text) {
        Response response = mapper.toResponse(new KubefateException(code, "text"));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(reply(response).error()).startsWith(text);
        assertThat(reply(response).code()).isEqualTo(code.name());
        assertThat(reply(response).problems()).isNull();
    }

    @Test
    void anInternalErrorHasTheIdOfTheRequest() {
        Response response = LogContext.ofRequest("r-1").call(() -> mapper.toResponse(new IllegalStateException("x")));

        assertThat(reply(response).error()).isEqualTo("internal error; see id r-1");
    }

    @Test
    void aRequestThatOverflowsTheStackIsInvalid() {
        Response response = mapper.toResponse(new StackOverflowError());

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(reply(response).error()).contains("nested too deeply");
    }

    @Test
    void returnsTheProblemsOfAClusterYamlAsJsonInAString() {
        Response response = mapper.toResponse(new InvalidSpecException(List.of(
                LocatedProblem.error("name", 1, "must not be empty"),
                LocatedProblem.warning("host", "is \"unused\""))));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(reply(response))
                .isEqualTo(new ErrorReply(
                        "line 1: name: must not be empty\nwarning: host: is \"unused\"",
                        "INVALID_SPEC",
                        "[{\"severity\":\"error\",\"path\":\"name\",\"line\":1,\"message\":\"must not be empty\"},"
                                + "{\"severity\":\"warning\",\"path\":\"host\",\"line\":0,"
                                + "\"message\":\"is \\\"unused\\\"\"}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,503,KUBERNETES_UNAVAILABLE",
        "TRANSIENT,503,KUBERNETES_UNAVAILABLE",
        "REFUSED,502,KUBERNETES_REFUSED"
    })
    void reportsAFailureOfKubernetes(KubernetesException.Kind kind, int status, String code) {
        Response response = mapper.toResponse(new KubernetesException(kind, "forbidden", null));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(reply(response)).isEqualTo(new ErrorReply("forbidden", code, null));
    }

    @Test
    void reportsAFailureOfTheDatabase() {
        Response response = mapper.toResponse(
                new IllegalStateException("statement with secrets", new RuntimeException(new SQLException("gone"))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(reply(response).error()).isEqualTo("the database is unavailable; try again later");
    }

    @Test
    void hidesTheDetailsOfInternalErrors() {
        assertThat(reply(mapper.toResponse(new IllegalStateException("secret"))).error())
                .doesNotContain("secret");
        assertThat(reply(mapper.toResponse(new InternalServerErrorException("secret")))
                        .error())
                .doesNotContain("secret");
    }

    @Test
    void returnsAFlatMapForRefusalsOfTheFramework() {
        Response response = mapper.toResponse(new BadRequestException());

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(reply(response).code()).isEqualTo("INVALID_REQUEST");
    }

    private static ErrorReply reply(Response response) {
        return (ErrorReply) response.getEntity();
    }
}
