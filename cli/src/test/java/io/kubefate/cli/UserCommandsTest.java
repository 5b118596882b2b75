package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class UserCommandsTest extends ServiceTest {

    private static final String ANN = "7d1e2c39-1d5b-4f0a-9b6c-0c6c2f4e8a11";

    @Test
    void listsUsersInTheColumnsOfKubeFate() {
        serveUsers();

        assertThat(program.run("user", "ls").out())
                .isEqualTo("UUID                                \tUSERNAME\tEMAIL          \tSTATUS\n" + ANN
                        + "\tann     \tann@example.com\tAvailable\n\n");
    }

    @Test
    void describesAUserByNameOrUuid() {
        serveUsers();

        assertThat(program.run("user", "describe", "ann").out()).contains("Username\tann", "Status  \tAvailable");
        assertThat(program.run("user", "describe", ANN).out()).contains("Username\tann");
    }

    @Test
    void reportsAnUnknownUser() {
        serveUsers();

        assertThat(program.run("user", "describe", "eve"))
                .isEqualTo(new Result(1, "", "no user eve; kubefate user list shows the users\n"));
    }

    @Test
    void createsAUserWithAPasswordFromStandardInput() {
        service.on("POST /v1/user", "{\"msg\":\"\",\"data\":" + user() + "}");

        assertThat(program.typing("correct horse\n")
                        .run("user", "create", "ann", "--email", "ann@example.com", "--password-stdin"))
                .isEqualTo(new Result(0, "", "user ann is created\n"));
        assertThat(body()).contains("\"username\":\"ann\"", "\"password\":\"correct horse\"", "ann@example.com");
    }

    @Test
    void printsOnlyTheGeneratedPassword() {
        service.on("POST /v1/user", "{\"msg\":\"\",\"data\":" + user() + "}");

        Result result = program.run("user", "create", "ann", "--generate-password");

        assertThat(result.out()).matches("[A-Za-z0-9_-]{24}\n");
        assertThat(body()).contains("\"password\":\"" + result.out().strip() + "\"");
    }

    @Test
    void asksTwiceForANewPassword() {
        service.on("POST /v1/user", "{\"msg\":\"\",\"data\":" + user() + "}");

        assertThat(program.onTerminal(80).typing("one\ntwo\n").run("user", "create", "ann"))
                .isEqualTo(new Result(
                        1,
                        "",
                        "New password of ann: Repeat the password: the passwords differ; nothing was changed\n"));
        assertThat(service.requests()).isEmpty();
        assertThat(program.typing("one\none\n").run("user", "create", "ann").exitCode())
                .isZero();
    }

    @Test
    void takesNoPasswordFromAnArgument() {
        assertThat(program.run("user", "create", "ann", "--password", "secret").exitCode())
                .isEqualTo(2);
        assertThat(program.run("user", "create", "ann"))
                .isEqualTo(new Result(
                        1, "", "a password is required: use --password-stdin, or run the command on a terminal\n"));
    }

    @Test
    void setsThePasswordOfAUser() {
        serveUsers();
        service.on("PUT /v1/user/" + ANN + "/password", "{\"msg\":\"setUser Success\"}");

        service.on("GET /v1/user/me", "{\"data\":{\"uuid\":\"" + JOB + "\",\"name\":\"admin\"}}");

        assertThat(program.typing("new\n").run("user", "passwd", "ann", "--password-stdin"))
                .isEqualTo(new Result(0, "", "the password of user ann is changed\n"));
        assertThat(body()).isEqualTo("{\"password\":\"new\"}");
    }

    @Test
    void changesTheOwnPasswordWithoutThePermissionToListUsers() {
        service.on("GET /v1/user/me", "{\"data\":{\"uuid\":\"" + ANN + "\",\"name\":\"ann\"}}");
        service.on("PUT /v1/user/" + ANN + "/password", "{\"msg\":\"setUser Success\"}");

        assertThat(program.typing("old\nnew\n").run("user", "passwd", "--password-stdin"))
                .isEqualTo(new Result(0, "", "the password of user ann is changed\n"));
        assertThat(body()).isEqualTo("{\"current_password\":\"old\",\"password\":\"new\"}");
        assertThat(program.onTerminal(80)
                        .typing("old\nnew\nnew\n")
                        .run("user", "passwd", "ann")
                        .err())
                .contains("Current password of ann: New password of ann: Repeat the password: ");
    }

    @Test
    void aUserOfAnIdentityProviderHasNoPassword() {
        service.on("GET /v1/user/me", "{\"data\":{\"name\":\"oidc:ann\"}}");

        assertThat(program.run("user", "passwd").err())
                .isEqualTo("oidc:ann is a user of the identity provider; change the password there\n");
    }

    @Test
    void disablesAndEnablesAUser() {
        serveUsers();
        service.on("PUT /v1/user/" + ANN, "{\"msg\":\"setUser Success\"}");

        assertThat(program.run("user", "disable", "ann").out()).isEqualTo("user ann is disabled\n");
        assertThat(body()).isEqualTo("{\"enabled\":false}");
        assertThat(program.run("user", "enable", "ann").out()).isEqualTo("user ann is enabled\n");
        assertThat(body()).isEqualTo("{\"enabled\":true}");
    }

    @Test
    void deletesAUserAfterAConfirmation() {
        serveUsers();
        service.on("DELETE /v1/user/" + ANN, "{\"msg\":\"deleteUser Success\"}");

        assertThat(program.onTerminal(80)
                        .typing("n\n")
                        .run("user", "delete", "ann")
                        .exitCode())
                .isEqualTo(1);
        assertThat(program.run("user", "del", "ann", "--yes").out()).isEqualTo("user ann is deleted\n");
        assertThat(service.requests()).extracting(StubService.Request::line).containsOnlyOnce("DELETE /v1/user/" + ANN);
    }

    private void serveUsers() {
        service.on("GET /v1/user/", "{\"msg\":\"\",\"data\":[" + user() + "]}");
    }

    private String body() {
        return service.requests().get(service.requests().size() - 1).body();
    }

    private static String user() {
        return "{\"uuid\":\"" + ANN
                + "\",\"username\":\"ann\",\"email\":\"ann@example.com\",\"userStatus\":\"Available\","
                + "\"enabled\":true,\"ID\":2,\"CreatedAt\":\"2020-11-13T07:22:53Z\",\"UpdatedAt\":\"2020-11-13T07:22:53Z\"}";
    }
}
