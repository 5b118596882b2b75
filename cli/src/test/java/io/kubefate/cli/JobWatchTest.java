package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import io.kubefate.cli.StubService.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows jobs by the service's event stream, or by polling if there is none. */
class JobWatchTest extends ServiceTest {

    private static final String LOOK = "GET /v1/job/" + JOB;
    private static final String EVENTS = LOOK + "/events";
    private static final String STREAM = "text/event-stream";

    @Test
    void waitsWithoutPolling() {
        service.on(EVENTS, 200, STREAM, event("Running", "begun") + ":\n\n" + event("Success", "begun", "done"));

        Result result = program.run("job", "wait", JOB);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly("begun", "done", "job " + JOB + " Success, 42s, cluster id=" + CLUSTER);
        assertThat(service.requests()).extracting(Request::line).containsExactly(EVENTS);
        assertThat(service.requests().get(0).header("Accept")).isEqualTo(STREAM);
    }

    @ParameterizedTest
    @CsvSource({"Failed", "Rollback", "Canceled"})
    void failsUnlessTheJobSucceeds(String status) {
        service.on(EVENTS, 200, STREAM, event(status, "time limit"));

        Result result = program.run("job", "wait", JOB);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines()).containsExactly("job " + JOB + " " + status + ", 42s: time limit");
    }

    @Test
    void reportsATimeout() {
        service.begins(EVENTS, STREAM, event("Running", "begun"));

        Result result = program.run("job", "wait", JOB, "--timeout", "1s");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.err().strip())
                .isEqualTo("timed out: job " + JOB
                        + " is Running and continues; to see its progress, run: kubefate job describe " + JOB);
    }

    @Test
    void timesOutWithoutAStream() {
        service.on(LOOK, job("Running", ""));

        assertThat(program.run("job", "wait", JOB, "--timeout", "1s").exitCode())
                .isEqualTo(124);
    }

    @Test
    void timesOutWhileTheServiceIsUnavailable() {
        service.close();

        Result result = program.run("job", "wait", JOB, "--timeout", "1s");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.out()).containsOnlyOnce("The job continues; retrying.");
        assertThat(result.err()).startsWith("timed out: job " + JOB + " continues");
    }

    @Test
    void reopensALostStream() {
        service.on(EVENTS, 200, STREAM, event("Running", "begun") + "event: job\ndata: {\"uuid\"")
                .on(EVENTS, 503, "text/html", "<html>503</html>")
                .on(EVENTS, 200, STREAM, event("Running", "begun"))
                .on(EVENTS, 200, STREAM, event("Success", "begun", "done"));

        Result result = program.run("job", "wait", JOB);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsOnlyOnce("begun").containsOnlyOnce("The job continues; retrying.");
        assertThat(service.requests())
                .hasSize(4)
                .allMatch(request -> request.line().equals(EVENTS));
    }

    @ParameterizedTest
    @CsvSource({
        "404, text/plain, 404 page not found",
        "406, application/json, '{\"error\":\"not possible\"}'",
        "200, text/html, <html>"
    })
    void pollsWithoutAStream(int status, String type, String body) {
        service.on(EVENTS, status, type, body)
                .on(LOOK, job("Running", "\"states\":[\"begun\"],"))
                .on(LOOK, job("Success", "\"states\":[\"begun\"],"));

        assertThat(program.run("job", "wait", JOB).exitCode()).isZero();
        assertThat(service.requests()).extracting(Request::line).containsExactly(EVENTS, LOOK, LOOK);
    }

    @Test
    void pollsIfAProxyBuffersTheStream() {
        service.begins(EVENTS, STREAM, "").on(LOOK, job("Success", ""));

        assertThat(program.run("job", "wait", JOB).exitCode()).isZero();
    }

    @Test
    void pollsIfTheStreamIsInvalid() {
        service.on(EVENTS, 200, STREAM, "event: job\ndata: nothing\n\n").on(LOOK, job("Success", ""));

        assertThat(program.run("job", "wait", JOB).exitCode()).isZero();
    }

    @Test
    void logsInAgainWhenTheTokenHasExpired() {
        service.on(LOOK + "/events", 200, STREAM, event("Running"))
                .on(EVENTS, 401, "application/json", "{\"code\":401,\"message\":\"Token is expired\"}")
                .on(EVENTS, 200, STREAM, event("Success"));

        assertThat(program.run("job", "wait", JOB).exitCode()).isZero();
        assertThat(service.logins()).hasSize(2);
    }

    @Test
    void describeAcceptsATimeoutOnlyToWatch() {
        Result result = program.run("job", "describe", JOB, "--timeout", "1s");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("--timeout requires --watch\n");
    }

    @Test
    void failsAtOnceIfTheJobDoesNotExist() {
        service.on(EVENTS, 404, "application/json", "{\"error\":\"record not found\"}")
                .on(LOOK, 404, "application/json", "{\"error\":\"record not found\"}");

        Result result = program.run("job", "wait", JOB);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no job " + JOB);
    }

    @Test
    void watchesAJobAndDescribesItsFinalState() {
        service.on(EVENTS, 200, STREAM, event("Running", "begun") + event("Failed", "begun", "time limit"));

        Result result = program.run("job", "describe", JOB, "--watch");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("begun\ntime limit\nUUID ").contains("Status   \tFailed\n");
    }

    @Test
    void redrawsTheBlockOnATerminal() {
        service.on(EVENTS, 200, STREAM, event("Running", "begun") + event("Success", "done"));

        assertThat(program.onTerminal(80).run("job", "describe", JOB, "-w").out())
                .contains(
                        "ClusterInstall Running, 42s: begun\n\u001B[J\u001B[1A\u001B[2KClusterInstall Success, 42s: done\n");
    }

    @Test
    void printsEachStateAsJsonOrYaml() {
        service.on(EVENTS, 200, STREAM, event("Running", "begun") + event("Success", "done"));

        assertThat(program.run("job", "describe", JOB, "--watch", "-o", "json")
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"uuid\":\"" + JOB));
        assertThat(program.run("job", "describe", JOB, "--watch", "-o", "yaml")
                        .out()
                        .lines())
                .filteredOn(line -> line.equals("---"))
                .hasSize(2);
    }

    @Test
    void documentsTheExitCodes() {
        assertThat(program.run("job", "wait", "--help").out())
                .contains("124   the job did not finish within the timeout");
    }

    private static String event(String status, String... states) {
        String list = states.length == 0 ? "" : "\"states\":[\"" + String.join("\",\"", states) + "\"],";
        String reply = job(status, list);
        String data = reply.substring(reply.indexOf("\"data\":") + 7, reply.length() - 1);
        return "event: job\nid: " + status + "/" + states.length + "\ndata: " + data + "\n\n";
    }
}
