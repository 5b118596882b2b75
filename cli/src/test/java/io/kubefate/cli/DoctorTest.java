package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorTest extends ServiceTest {

    @BeforeEach
    void runKubefate() {
        service.on("GET /", "{\"msg\":\"kubefate run Success\"}");
        service.on("GET /v1/user/me", "{\"msg\":\"\",\"data\":{\"name\":\"ann\"}}");
        service.on("GET /v1/version/", "{\"msg\":\"\",\"version\":\"v3.0.1\"}");
    }

    @Test
    void checksTheWayAndLetsTheServiceCheckItself() {
        service.on(
                "GET /v1/diagnosis?namespace=fate-1",
                "{\"msg\":\"\",\"data\":[{\"name\":\"database\",\"status\":\"ok\",\"message\":\"available\",\"remedy\":\"\"},"
                        + "{\"name\":\"settings\",\"status\":\"warning\",\"message\":\"sample\",\"remedy\":\"Change it.\"}]}");

        Result result = program.run("doctor", "--check-namespace", "fate-1");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().map(line -> line.replaceFirst(": .*", "")))
                .containsExactly(
                        "ok       address",
                        "ok       proxy",
                        "ok       dns",
                        "ok       tcp",
                        "ok       tls",
                        "ok       http",
                        "warning  clock",
                        "         Synchronize the clocks with NTP",
                        "ok       login",
                        "ok       versions",
                        "ok       service",
                        "warning  service",
                        "         Change it.");
        assertThat(result.out())
                .contains(
                        "address: http://" + service.address() + " (from FATECLOUD_SERVICEURL)",
                        "login: as ann",
                        "service v3.0.1",
                        "service: database: available",
                        "service: settings: sample");
    }

    @Test
    void reportsTheDifferenceOfTheClocks() {
        assertThat(program.run("doctor").out())
                .containsPattern("warning  clock: \\d+ s difference to the service\n +Synchronize the clocks");
    }

    @Test
    void skipsWhatNeedsAFailedCheck() {
        service.close();

        Result result = program.run("doctor");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "failed   tcp: no connection to " + service.address() + ": Connection refused\n"
                                + "         Check the port",
                        "skipped  tls: tcp failed\nskipped  http: tcp failed\nskipped  clock: tcp failed\n"
                                + "skipped  login: tcp failed\nskipped  versions: tcp failed\nskipped  service: tcp failed\n");
    }

    @Test
    void detectsAnUnknownHost() {
        assertThat(program.with("FATECLOUD_SERVICEURL", "no-such-host.invalid")
                        .run("doctor")
                        .out())
                .contains("failed   dns: unknown host no-such-host.invalid", "/etc/hosts", "skipped  tcp: dns failed");
    }

    @Test
    void detectsAnotherServer() throws IOException {
        try (StubService nginx = new StubService().on("GET /", 404, "text/html", "<h1>not found</h1>")) {
            Result result =
                    program.with("FATECLOUD_SERVICEURL", nginx.address()).run("doctor");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out())
                    .contains(
                            "failed   http: another server answers with status 404",
                            "the ingress has a rule for the host localhost",
                            "skipped  login: http failed");
        }
    }

    @Test
    void stopsAtARejectedLogin() {
        service.onLogin(401, "application/json", "{\"code\":401,\"message\":\"incorrect Username or Password\"}");

        Result result = program.run("doctor");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "failed   login: resp.StatusCode=401",
                        "skipped  versions: login failed",
                        "skipped  service: login failed");
    }

    @Test
    void acceptsAServiceThatDoesNotCheckItself() {
        Result result = program.run("doctor");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("skipped  service: this version of the service does not check itself");
    }

    @Test
    void reportsAnInvalidAddress() {
        Result result = program.with("FATECLOUD_SERVICEURL", "a b").run("doctor");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).startsWith("failed   address: invalid serviceurl \"a b\"");
    }

    @Test
    void printsJson() {
        assertThat(program.run("doctor", "-o", "json").out())
                .contains("\"name\" : \"login\",\n  \"status\" : \"ok\",\n  \"message\" : \"as ann\"");
    }
}
