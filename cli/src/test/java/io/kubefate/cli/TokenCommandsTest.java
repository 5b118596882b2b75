package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class TokenCommandsTest extends ServiceTest {

    private static final String TOKEN = "6f1e2c39-1d5b-4f0a-9b6c-0c6c2f4e8a11";

    @Test
    void listsTokensWithoutSecrets() {
        service.on("GET /v1/token", "{\"msg\":\"\",\"data\":[" + token("") + "]}");

        assertThat(program.run("token", "list").out())
                .isEqualTo("UUID                                \tNAME  \tUSER\tEXPIRES            \tLAST USED\n"
                        + TOKEN + "\tportal\tann \t2021-01-31 00:00:00\tnever\n\n");
    }

    @Test
    void printsOnlyTheNewTokenToStandardOutput() {
        service.on("POST /v1/token", "{\"msg\":\"\",\"data\":" + token(",\"token\":\"kft_secret\"") + "}");

        assertThat(program.run("token", "create", "portal", "--expires", "720h"))
                .isEqualTo(new Result(
                        0,
                        "kft_secret\n",
                        "token " + TOKEN + " of ann is created; it expires 2021-01-31 00:00:00. Store it now: it is not"
                                + " shown again.\n"));
        assertThat(service.requests().get(service.requests().size() - 1).body())
                .isEqualTo("{\"name\":\"portal\",\"expires\":\"2020-12-13T08:00:00Z\"}");
    }

    @Test
    void rejectsAnInvalidExpiry() {
        Result result = program.run("token", "create", "portal", "--expires", "soon");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("invalid time for --expires: soon; use for example 720h or 2027-01-31T00:00:00Z");
    }

    @Test
    void revokesATokenAfterAConfirmation() {
        service.on("DELETE /v1/token/" + TOKEN, "{\"msg\":\"deleteToken Success\"}");

        assertThat(program.onTerminal(80)
                        .typing("\n")
                        .run("token", "revoke", TOKEN)
                        .exitCode())
                .isEqualTo(1);
        assertThat(service.requests()).isEmpty();
        assertThat(program.run("token", "revoke", TOKEN, "-y").out()).isEqualTo("token " + TOKEN + " is revoked\n");
    }

    @Test
    void revokesATokenByItsNameOrItsFirstDigits() {
        service.on("GET /v1/token", "{\"msg\":\"\",\"data\":[" + token("") + "]}");
        service.on("DELETE /v1/token/" + TOKEN, "{\"msg\":\"deleteToken Success\"}");

        assertThat(program.run("token", "revoke", "portal").out()).isEqualTo("token " + TOKEN + " is revoked\n");
        assertThat(program.run("token", "revoke", TOKEN.substring(0, 8)).out())
                .isEqualTo("token " + TOKEN + " is revoked\n");
    }

    @Test
    void listsTheTokensThatANameCanMean() {
        String other = token("").replace(TOKEN, "0" + TOKEN.substring(1)).replace("ann", "bob");
        service.on("GET /v1/token", "{\"msg\":\"\",\"data\":[" + token("") + "," + other + "]}");

        assertThat(program.run("token", "revoke", "portal").err())
                .startsWith("portal matches 2 tokens; use a UUID:\n")
                .contains(TOKEN, "of ann", "of bob");
        assertThat(program.run("token", "revoke", "portl").err())
                .isEqualTo("no token portl; did you mean portal, portal?\n");
    }

    private static String token(String secret) {
        return "{\"uuid\":\"" + TOKEN + "\",\"name\":\"portal\",\"user\":\"ann\",\"expires\":\"2021-01-31T00:00:00Z\","
                + "\"created_at\":\"2020-11-13T07:22:53Z\"" + secret + "}";
    }
}
