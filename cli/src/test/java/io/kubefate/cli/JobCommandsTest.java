package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class JobCommandsTest extends ServiceTest {

    private static final String STATES =
            "\"states\":[\"update job status to Running\",\"create Cluster in DB Success\"],";

    private static final String SUB_JOBS = "\"sub_jobs\":{\"python\":{\"ModuleName\":\"python\",\"Status\":\"Running\","
            + "\"ModulesStatus\":\"Progressing\",\"StartTime\":\"2020-11-13T07:23:00Z\",\"EndTime\":\"0001-01-01T00:00:00Z\"},"
            + "\"clustermanager\":{\"ModuleName\":\"clustermanager\",\"Status\":\"Success\",\"ModulesPodStatus\":\"Running\","
            + "\"StartTime\":\"2020-11-13T07:22:54Z\",\"EndTime\":\"2020-11-13T07:23:00Z\"}},";

    private static final String STEPS =
            "{\"msg\":\"getJobSteps Success\",\"data\":[{\"name\":\"migrate\",\"images\":[\"mysql:8\"],"
                    + "\"status\":\"Failed\",\"start_time\":\"2020-11-13T07:22:54Z\",\"end_time\":\"2020-11-13T07:23:00Z\",\"message\":\"exit"
                    + " code 1\",\"log\":\"begun\\n"
                    + "no \\u001b[2Jtable\"},{\"name\":\"index\",\"images\":[\"mysql:8\"],"
                    + "\"status\":\"Skipped\",\"start_time\":\"0001-01-01T00:00:00Z\",\"end_time\":\"0001-01-01T00:00:00Z\","
                    + "\"message\":\"\",\"log\":\"\"}]}";

    @Test
    void listsJobsInKubefatesColumns() {
        service.on(
                "GET /v1/job/",
                job("Running", "").replace("\"data\":{", "\"data\":[{").replace("}}", "}]}"));

        assertThat(program.run("job", "ls"))
                .isEqualTo(new Result(
                        0,
                        "UUID                                \tCREATOR\tMETHOD        \tSTATUS \tSTARTTIME          "
                                + "\tCLUSTERID                           \tAGE\n" + JOB
                                + "\tadmin  \tClusterInstall\tRunning\t2020-11-13 07:22:53\t" + CLUSTER + "\t42s\n\n",
                        ""));
    }

    @Test
    void describesAJobWithItsModulesByName() {
        service.on("GET /v1/job/" + JOB, job("Running", STATES + SUB_JOBS));

        assertThat(program.run("job", "describe", JOB).out()).isEqualTo("""
            UUID     \t%s
            StartTime\t2020-11-13 07:22:53
            EndTime  \t2020-11-13 07:23:35
            Duration \t42s
            Status   \tRunning
            Creator  \tadmin
            ClusterId\t%s
            States   \t- update job status to Running
                     \t- create Cluster in DB Success
            SubJobs  \tclustermanager       ModuleStatus: Running, SubJobStatus: Success, Duration:     6s, \
            StartTime: 2020-11-13 07:22:54, EndTime: 2020-11-13 07:23:00
                     \tpython               ModuleStatus: Progressing, SubJobStatus: Running, Duration:    37m, \
            StartTime: 2020-11-13 07:23:00, EndTime: -

            """.formatted(JOB, CLUSTER));
    }

    @Test
    void describesANewJob() {
        service.on("GET /v1/job/" + JOB, job("Pending", "\"sub_jobs\":null,\"states\":null,\"reasons\":null,"));

        assertThat(program.run("job", "describe", JOB).out())
                .contains("States\n", "SubJobs\n")
                .doesNotContain("Reasons", "null");
    }

    @Test
    void wrapsTheReasonsOfAWaitingJob() {
        String message =
                "0/3 nodes are available: 3 Insufficient memory. ".repeat(4).strip();
        service.on("GET /v1/job/" + JOB, job("Running", reasons(message)));

        String out = program.onTerminal(80).run("job", "describe", JOB).out();

        assertThat(out).contains("Reasons  \tpython: 0/3 nodes are available: 3 Insufficient memory. 0/3\n");
        assertThat(out.lines().filter(line -> line.contains("nodes"))).allMatch(line -> line.length() <= 70);
    }

    @Test
    void removesControlCharactersFromContainerOutput() {
        service.on("GET /v1/job/" + JOB, job("Failed", reasons("last line: \\u001b[2Jgone")));

        assertThat(program.run("job", "describe", JOB).out()).contains("python: last line: [2Jgone");
    }

    @Test
    void printsAJobAsJson() {
        service.on("GET /v1/job/" + JOB, job("Running", STATES));

        assertThat(program.run("job", "describe", JOB, "-ojson").out())
                .contains("\"start_time\" : \"2020-11-13T07:22:53Z\"", "\"cluster_id\" : \"" + CLUSTER + "\"");
    }

    @Test
    void printsTheLogsOfSteps() {
        service.on("GET /v1/job/" + JOB + "/steps", STEPS);

        assertThat(program.run("job", "logs", JOB)).isEqualTo(new Result(0, """
                        ==> step migrate Failed: exit code 1 <==
                        begun
                        no [2Jtable

                        ==> step index Skipped <==
                        """, ""));
        assertThat(program.run("job", "logs", JOB, "index").out()).isEqualTo("==> step index Skipped <==\n");
        assertThat(program.run("job", "logs", JOB, "migrate", "-ojson").out()).contains("\"status\" : \"Failed\"");
    }

    @Test
    void listsTheStepsIfTheNamedOneDoesNotExist() {
        service.on("GET /v1/job/" + JOB + "/steps", STEPS);

        assertThat(program.run("job", "logs", JOB, "other"))
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(1))
                .satisfies(result ->
                        assertThat(result.err()).contains("this job has no step other; it has migrate, index"));
    }

    @Test
    void reportsAJobWithoutSteps() {
        service.on("GET /v1/job/" + JOB + "/steps", "{\"msg\":\"getJobSteps Success\",\"data\":[]}");

        assertThat(program.run("job", "logs", JOB).err()).contains("this job has no steps");
    }

    @Test
    void stopsAJob() {
        service.on(
                "PUT /v1/job/" + JOB + "?jobStatus=stop",
                "{\"msg\":\"stop Job Success\",\"data\":\"Stop Job Success\"}");

        assertThat(program.run("job", "stop", JOB))
                .isEqualTo(new Result(0, "Stop Job Success" + System.lineSeparator(), ""));
    }

    @Test
    void printsTheStatusIfAJobCannotBeStopped() {
        service.on(
                "PUT /v1/job/" + JOB + "?jobStatus=stop",
                500,
                "application/json",
                "{\"error\":\"job status is Success, not support stop\"}");

        Result result = program.run("job", "stop", JOB);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip())
                .isEqualTo("resp.StatusCode=500, error: job status is Success, not support stop");
    }

    @Test
    void deletesAJob() {
        service.on("DELETE /v1/job/" + JOB, "{\"msg\":\"delete Job Success\"}");

        assertThat(program.run("job", "del", JOB))
                .isEqualTo(new Result(0, "delete Job Success" + System.lineSeparator(), ""));
    }

    @Test
    void requiresAUuid() {
        assertThat(program.run("job", "describe").exitCode()).isEqualTo(2);
        assertThat(program.run("job", "describe", "../cluster").err()).contains("invalid UUID or name: ../cluster");
        assertThat(service.logins()).isEmpty();
    }

    private static String reasons(String message) {
        return "\"reasons\":[{\"module\":\"python\",\"code\":\"UNSCHEDULABLE\",\"object\":\"Pod/python-0\",\"message\":\""
                + message + "\"}],";
    }
}
