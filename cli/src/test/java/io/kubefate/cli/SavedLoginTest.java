package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands with the password of config.yaml or a variable, which log in only if no earlier command has. */
class SavedLoginTest extends ServiceTest {

    private static final String JOBS = "GET /v1/job/";
    private static final String NO_JOBS = "{\"msg\":\"\",\"data\":[]}";

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(directory.resolve("home"));
        program.with("FATECLOUD_USER_PASSWORD", "first-password");
        service.on(JOBS, NO_JOBS);
        service.onLogin(200, "application/json", login("first-token", "2020-11-13T08:30:00Z"));
    }

    @Test
    void aCommandAfterALoginSendsOneRequest() {
        list();
        list();

        assertThat(service.logins()).hasSize(1);
        assertThat(service.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer first-token"));
    }

    @Test
    void onlyTheOwnerCanReadTheToken() throws IOException {
        list();

        Path folder = directory.resolve("home/.kubefate/tokens");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(files(folder)).singleElement().satisfies(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).contains("first-token").doesNotContain("first-password");
        });
    }

    @Test
    void logsInAgainWithAnotherPassword() {
        list();
        program.with("FATECLOUD_USER_PASSWORD", "second-password");
        service.onLogin(401, "application/json", "{\"code\":401,\"message\":\"incorrect Username or Password\"}");

        assertThat(list().err()).contains("incorrect Username or Password");
    }

    @Test
    void logsInAgainAsAnotherUser() {
        list();
        program.with("FATECLOUD_USER_USERNAME", "ann");
        list();

        assertThat(service.logins())
                .extracting(StubService.Request::body)
                .last()
                .asString()
                .contains("\"ann\"");
    }

    @Test
    void logsInAgainInTheSecondHalfOfTheLifeOfTheToken() {
        service.onLogin(200, "application/json", login("old-token", "2020-11-13T07:59:59Z"));
        list();
        list();

        assertThat(service.logins()).hasSize(2);
    }

    @Test
    void logsInAgainIfTheServiceRejectsTheToken() {
        list();
        service.replace(JOBS, 401, "application/json", "{\"code\":401,\"message\":\"token is revoked\"}")
                .on(JOBS, NO_JOBS);
        service.onLogin(200, "application/json", login("second-token", "2020-11-13T08:30:00Z"));

        assertThat(list().exitCode()).isZero();
        assertThat(service.requests())
                .last()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer second-token"));
        assertThat(list().exitCode()).isZero();
        assertThat(service.logins()).hasSize(2);
    }

    @Test
    void logsInEachTimeIfTheServiceDoesNotTellWhenTheTokenExpires() {
        service.onLogin(200, "application/json", "{\"code\":200,\"token\":\"t\"}");
        list();
        list();

        assertThat(service.logins()).hasSize(2);
    }

    @Test
    void createsNoHomeDirectory() throws IOException {
        Files.delete(directory.resolve("home"));

        assertThat(list().exitCode()).isZero();
        assertThat(directory.resolve("home")).doesNotExist();
    }

    private Result list() {
        return program.run("job", "list");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String login(String token, String expiry) {
        return "{\"code\":200,\"expire\":\"" + expiry + "\",\"token\":\"" + token + "\"}";
    }
}
