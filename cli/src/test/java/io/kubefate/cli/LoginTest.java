package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kubefate login} without config.yaml and variables, as a new user runs it. */
class LoginTest extends ServiceTest {

    private static final String NO_JOBS = "{\"msg\":\"\",\"data\":[]}";

    private String server;
    private Path file;

    @BeforeEach
    void useNoSettings() {
        program = new CommandLineRunner(directory);
        server = "http://" + service.address();
        file = directory.resolve("home/.kubefate/config.yaml");
        service.on("GET /v1/job/", NO_JOBS);
        service.onLogin(200, "application/json", login("first-token", "2020-11-13T08:30:00Z"));
    }

    @Test
    void savesATokenThatLaterCommandsUse() {
        Result result = logIn();

        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        "Logged in to " + server + " as ann. The current context is " + service.address() + ".\n",
                        ""));
        assertThat(program.run("job", "list").exitCode()).isZero();
        assertThat(service.logins()).hasSize(1);
        assertThat(service.logins().get(0).body()).isEqualTo("{\"username\":\"ann\",\"password\":\"secret\"}");
        assertThat(service.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer first-token"));
    }

    @Test
    void keepsTheFileSecretAndWithoutThePassword() throws IOException {
        logIn();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("token: first-token").doesNotContain("secret");
    }

    @Test
    void asksForUserAndPasswordOnATerminal() {
        Result result = program.onTerminal(80).typing("ann\nsecret\n").run("login", "--server", server);

        assertThat(result.err()).isEqualTo("User (admin): Password of ann: ");
        assertThat(service.logins().get(0).body()).contains("\"ann\"", "\"secret\"");
    }

    @Test
    void requiresThePasswordOnStandardInputWithoutATerminal() {
        Result result = program.run("login", "--server", server);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("use --password-stdin");
        assertThat(file).doesNotExist();
    }

    @Test
    void savesNothingIfThePasswordIsWrong() {
        service.onLogin(401, "application/json", "{\"code\":401,\"message\":\"incorrect Username or Password\"}");

        Result result = logIn();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("incorrect Username or Password", "Check user.username (from --username)", "standard input");
        assertThat(file).doesNotExist();
    }

    @Test
    void refreshesTheTokenInTheSecondHalfOfItsLife() throws IOException {
        service.onLogin(200, "application/json", login("old-token", "2020-11-13T07:59:59Z"));
        service.on("POST /v1/user/refresh", login("new-token", "2020-11-13T08:30:00Z"));
        logIn();

        program.run("job", "list");

        assertThat(service.requests())
                .satisfiesExactly(
                        refresh -> assertThat(refresh.header("Authorization")).isEqualTo("Bearer old-token"),
                        list -> assertThat(list.header("Authorization")).isEqualTo("Bearer new-token"));
        assertThat(Files.readString(file)).contains("new-token").doesNotContain("old-token");
        assertThat(service.logins()).hasSize(1);
    }

    @Test
    void usesATokenThatTheServiceCannotRefresh() {
        service.onLogin(200, "application/json", login("old-token", "2020-11-13T07:59:59Z"));
        logIn();

        assertThat(program.run("job", "list").exitCode()).isZero();
    }

    @Test
    void namesTheCommandToLogInAgainWhenTheSessionHasEnded() {
        logIn();
        service.on("GET /v1/cluster/", 401, "application/json", "{\"code\":401,\"message\":\"Token is expired\"}");

        Result result = program.run("cluster", "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("the session has ended: \"" + server + "\"", "kubefate login --context " + service.address());
    }

    @Test
    void storesAnApiTokenThatTheServiceAccepts() throws IOException {
        service.on("GET /v1/user/me", "{\"msg\":\"\",\"data\":{\"name\":\"portal\"}}");

        Result result = program.typing("kft_abc\n").run("login", "--server", server, "--token", "-");

        assertThat(result.out()).startsWith("Logged in to " + server + " as portal.");
        assertThat(service.logins()).isEmpty();
        assertThat(service.requests().get(0).header("Authorization")).isEqualTo("Bearer kft_abc");
        assertThat(Files.readString(file)).contains("api-token: kft_abc");
    }

    @Test
    void rejectsAnAddressWithoutAScheme() {
        Result result = program.run("login", "--server", "kubefate.net", "--password-stdin");

        assertThat(result.err())
                .startsWith("invalid server \"kubefate.net\" (from --server): use an address like https://");
    }

    @Test
    void saysThatConfigYamlTakesPrecedence() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "serviceurl: elsewhere.invalid\n");

        assertThat(logIn().err()).contains("config.yaml or a variable FATECLOUD_… takes precedence");
    }

    @Test
    void showsTheUser() {
        service.on("GET /v1/user/me", "{\"msg\":\"\",\"data\":{\"name\":\"ann\"}}");
        logIn();

        assertThat(program.run("whoami").out()).isEqualTo("ann\n");
        assertThat(program.run("whoami", "-o", "yaml").out())
                .isEqualTo("user: ann\nserver: " + server + "\ncontext: " + service.address()
                        + "\ngroups: []\ngrants: []\n");
    }

    @Test
    void showsTheRolesOfTheUser() {
        service.on(
                "GET /v1/user/me",
                "{\"data\":{\"name\":\"ann\",\"groups\":[\"fate\"],\"grants\":["
                        + "{\"subject_kind\":\"user\",\"subject\":\"ann\",\"role\":\"operator\",\"namespace\":\"fate-9999\"},"
                        + "{\"subject_kind\":\"group\",\"subject\":\"fate\",\"role\":\"viewer\",\"namespace\":\"*\"}]}}");
        logIn();

        assertThat(program.run("whoami").out()).isEqualTo("""
            ann
              operator in fate-9999
              viewer in all namespaces, as a member of fate
            """);
        assertThat(program.run("whoami", "-o", "jsonpath={.grants[*].role}").out())
                .isEqualTo("operator viewer");
    }

    @Test
    void showsTheUserOfAServiceThatDoesNotReturnIt() {
        service.on("GET /v1/version/", "{\"msg\":\"\",\"version\":\"v1.4.5\"}");
        logIn();

        assertThat(program.run("whoami").out()).isEqualTo("ann\n");
    }

    @Test
    void logsOut() throws IOException {
        service.on("POST /v1/user/logout", "{\"code\":200}");
        logIn();

        assertThat(program.run("logout")).isEqualTo(new Result(0, "Logged out of " + server + ".\n", ""));
        assertThat(service.requests().get(0).header("Authorization")).isEqualTo("Bearer first-token");
        assertThat(Files.readString(file)).doesNotContain("first-token").contains("user: ann");
        assertThat(program.run("job", "list").err())
                .contains("not logged in to \"" + server + "\"", "Run: kubefate login --context " + service.address());
        assertThat(program.run("logout").out()).startsWith("Not logged in");
    }

    @Test
    void logsOutOfANamedServiceOnly() throws IOException {
        service.on("POST /v1/user/logout", "{\"code\":200}");
        logIn();
        program.run("context", "set", "other", "--server", "http://localhost:1");
        program.run("context", "use", "other");

        assertThat(program.run("logout", "--server", "http://localhost:2").err())
                .isEqualTo("no context has the service http://localhost:2\n");
        assertThat(program.run("logout", "--server", server).out()).isEqualTo("Logged out of " + server + ".\n");
        assertThat(Files.readString(file)).doesNotContain("first-token");
    }

    @Test
    void logsOutIfTheServiceCannotBeReached() throws IOException {
        logIn();
        service.close();

        Result result = program.run("logout");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("warning: the service did not end the session");
        assertThat(Files.readString(file)).doesNotContain("first-token");
    }

    private Result logIn() {
        return program.typing("secret\n").run("login", "--server", server, "--username", "ann", "--password-stdin");
    }

    private static String login(String token, String expiry) {
        return "{\"code\":200,\"expire\":\"" + expiry + "\",\"token\":\"" + token + "\"}";
    }
}
