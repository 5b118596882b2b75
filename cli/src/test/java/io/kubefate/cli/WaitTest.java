package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTest extends ServiceTest {

    private static final String LOOK = "GET /v1/job/" + JOB;

    @BeforeEach
    void acceptInstalls() throws IOException {
        Files.writeString(
                directory.resolve("cluster.yaml"), "{name: a, namespace: a, chartName: fate, chartVersion: v1.5.0}");
        service.on("POST /v1/cluster", job("Pending", ""));
    }

    @Test
    void printsNewLinesUntilTheJobSucceeds() {
        service.on(LOOK, job("Running", "\"states\":[\"started\"]," + mysql("Running", "Waiting")))
                .on(
                        LOOK,
                        job("Running", "\"states\":[\"started\"]," + mysql("Running", "Waiting") + reason("no image")))
                .on(
                        LOOK,
                        job("Running", "\"states\":[\"started\"]," + mysql("Running", "Waiting") + reason("no image")))
                .on(LOOK, job("Success", "\"states\":[\"started\",\"done\"]," + mysql("Success", "Running")));

        Result result = install();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "create job success, job id=" + JOB,
                        "started",
                        "mysql                Running, Waiting",
                        "not ready: mysql: no image",
                        "done",
                        "mysql                Success, Running",
                        "job " + JOB + " Success, 42s, cluster id=" + CLUSTER);
    }

    @Test
    void failsWithTheReasonsWhenTheJobFails() {
        service.on(LOOK, job("Running", ""))
                .on(LOOK, job("Failed", "\"states\":[\"time limit\"]," + reason("no image")));

        Result result = install();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines()).containsExactly("job " + JOB + " Failed, 42s: time limit", "mysql: no image");
    }

    @Test
    void redrawsTheBlockOnATerminal() {
        service.on(LOOK, job("Running", "\"states\":[\"started\"]," + mysql("Running", "Waiting") + reason("no image")))
                .on(LOOK, job("Success", "\"states\":[\"started\"]," + mysql("Success", "Running")));

        String out = program.onTerminal(60)
                .run("cluster", "install", "-f", "cluster.yaml", "--wait")
                .out();

        assertThat(out)
                .contains("ClusterInstall Running, 42s: started\n", "  mysql ", "  not ready: mysql: no image\n")
                .contains("\u001B[3A\u001B[2KClusterInstall Success, 42s: started\n");
    }

    @Test
    void printsAllStatesOfAFailedJobOnATerminal() {
        service.on(LOOK, job("Failed", "\"states\":[\"Service/a: port in use\",\"no object was created\"],"));

        Result result = program.onTerminal(60).run("cluster", "install", "-f", "cluster.yaml", "--wait");

        assertThat(result.err().lines())
                .containsExactly("Service/a: port in use", "job " + JOB + " Failed, 42s: no object was created");
    }

    @Test
    void cutsLinesThatWouldWrap() {
        service.on(LOOK, job("Success", reason("very ".repeat(30))));

        String out = program.onTerminal(60)
                .run("cluster", "install", "-f", "cluster.yaml", "--wait")
                .out();

        assertThat(out.lines().filter(line -> line.contains("very")).map(line -> line.replaceAll("\u001B\\[\\w+", "")))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(59).endsWith("…"));
    }

    @Test
    void continuesIfTheServiceRestarts() {
        service.on(LOOK, 503, "text/html", "<html>503</html>")
                .on(LOOK, 502, "text/html", "<html>Bad Gateway</html>")
                .on(LOOK, job("Success", ""));

        Result result = install();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsOnlyOnce("The job continues; retrying.");
    }

    @Test
    void logsInAgainWhenTheTokenHasExpired() {
        service.on(LOOK, job("Running", ""))
                .on(LOOK, 401, "application/json", "{\"code\":401,\"message\":\"Token is expired\"}")
                .on(LOOK, job("Success", ""));

        assertThat(install().exitCode()).isZero();
        assertThat(service.logins()).hasSize(2);
    }

    @Test
    void failsIfTheJobDoesNotExist() {
        service.on(LOOK, 404, "application/json", "{\"error\":\"record not found\"}");

        Result result = install();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no job " + JOB + "; kubefate job list shows the jobs");
    }

    private Result install() {
        return program.run("cluster", "install", "-f", "cluster.yaml", "--wait");
    }

    private static String mysql(String status, String podStatus) {
        return "\"sub_jobs\":{\"mysql\":{\"ModuleName\":\"mysql\",\"Status\":\"" + status + "\",\"ModulesPodStatus\":\""
                + podStatus + "\"}},";
    }

    private static String reason(String message) {
        return "\"reasons\":[{\"module\":\"mysql\",\"code\":\"IMAGE_PULL\",\"object\":\"Pod/a\",\"message\":\""
                + message + "\"}],";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster delete " + CLUSTER + " --wait",
                "cluster check " + CLUSTER,
                "job describe " + JOB + " --watch",
                "job describe " + JOB + " --watch -o json"
            })
    void whatWaitsEndsAfterATimeout(String command) {
        service.on("DELETE /v1/cluster/" + CLUSTER, job("Pending", ""));
        service.on("POST /v1/cluster/" + CLUSTER + "/check", job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Running", ""));

        Result result = program.run((command + " --timeout 1s").split(" "));

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.err()).startsWith("timed out: job " + JOB + " is Running and continues");
    }
}
