package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import io.kubefate.cli.StubService.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterCheckTest extends ServiceTest {

    private static final String CHECK = "POST /v1/cluster/" + CLUSTER + "/check";
    private static final String LOOK = "GET /v1/job/" + JOB;

    @BeforeEach
    void acceptChecks() {
        service.on(CHECK, job("Pending", ""));
    }

    @Test
    void printsTheResultsOfACheckThatPasses() {
        service.on(LOOK, job("Running", ""))
                .on(LOOK, job("Success", "\"result\":\"1 of 1 checks passed\"," + checks(passed())));

        Result result = check();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "create job success, job id=" + JOB,
                        "CHECK                    \tMODULE\tSTATUS\tMESSAGE",
                        "python reaches mysql:3306\tpython\tpassed\tit answers",
                        "",
                        "job " + JOB + " Success: 1 of 1 checks passed");
    }

    @Test
    void printsTheRemedyOfAFailedCheck() {
        service.on(LOOK, job("Failed", "\"result\":\"1 of 2 checks passed\"," + checks(passed() + "," + failed())));

        Result result = check();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("rollsite reaches party 10000\trollsite\tfailed\tno answer\n")
                .contains("\nrollsite reaches party 10000 failed; remedy: ask party 10000\n")
                .endsWith("job " + JOB + " Failed: 1 of 2 checks passed\n");
    }

    @Test
    void printsJsonAndNothingElse() {
        service.on(LOOK, job("Failed", checks(failed())));

        Result result = check("-o", "json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("{")
                .contains("\"status\" : \"failed\"", "\"remedy\" : \"ask party 10000\"", "\"exit_code\" : 1");
    }

    @Test
    void doesNotWaitWithNoWait() {
        Result result = check("--no-wait");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines()).containsExactly("create job success, job id=" + JOB);
        assertThat(service.requests()).extracting(Request::line).doesNotContain(LOOK);
    }

    @Test
    void waitsWithWait() {
        service.on(LOOK, job("Success", checks(passed())));

        assertThat(check("--wait").out()).contains("python reaches mysql:3306");
    }

    private Result check(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "cluster";
        arguments[1] = "check";
        arguments[2] = CLUSTER;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return program.run(arguments);
    }

    private static String checks(String results) {
        return "\"checks\":[" + results + "],";
    }

    private static String passed() {
        return "{\"name\":\"python reaches mysql:3306\",\"module\":\"python\",\"status\":\"passed\","
                + "\"message\":\"it answers\",\"remedy\":\"\",\"exit_code\":0,\"output\":\"it answers\\n\"}";
    }

    private static String failed() {
        return "{\"name\":\"rollsite reaches party 10000\",\"module\":\"rollsite\",\"status\":\"failed\","
                + "\"message\":\"no answer\",\"remedy\":\"ask party 10000\",\"exit_code\":1}";
    }
}
