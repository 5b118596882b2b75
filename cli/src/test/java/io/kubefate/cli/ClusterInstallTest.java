package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterInstallTest extends ServiceTest {

    private static final String YAML = """
        # größer als gedacht
        name: fate-9999
        namespace: fate-9999
        chartName: fate
        chartVersion: v1.5.0
        """;

    @BeforeEach
    void writeClusterFile() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), YAML);
    }

    @Test
    void printsTheJobsId() {
        service.on("POST /v1/cluster", job("Pending", ""));

        assertThat(program.run("cluster", "install", "-f", "./cluster.yaml"))
                .isEqualTo(new Result(0, "create job success, job id=" + JOB + System.lineSeparator(), ""));
    }

    @Test
    void sendsTheFileUnchangedAndNoUnsetOptions() {
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "cluster.yaml");

        String data = Base64.getEncoder().encodeToString(YAML.getBytes(StandardCharsets.UTF_8));
        assertThat(service.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Content-type")).isEqualTo("application/json");
            assertThat(request.body())
                    .isEqualTo("{\"name\":\"fate-9999\",\"namespace\":\"fate-9999\",\"chart_name\":\"fate\","
                            + "\"chart_version\":\"v1.5.0\",\"cover\":false,\"data\":\"" + data
                            + "\",\"Keep_upgrade_job\":false}");
        });
    }

    @Test
    void sendsTheOptions() {
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run(
                "cluster", "install", "-f", "cluster.yaml", "--cover", "--timeout", "1h30m", "--rollback-on-failure");

        assertThat(service.requests().get(0).body())
                .contains("\"cover\":true", "\"time_limit\":5400", "\"rollback_on_failure\":true");
    }

    @Test
    void showsWarningsOnTheErrorOutput() {
        service.on(
                "POST /v1/cluster",
                "{\"msg\":\"createCluster Success\",\"data\":{\"uuid\":\"" + JOB + "\",\"status\":\"Pending\"},"
                        + "\"warnings\":[{\"severity\":\"warning\",\"path\":\"persistence\",\"line\":7,\"message\":\"data"
                        + " is lost\"}]}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .isEqualTo("Config Warning: line 7: persistence: data is lost" + System.lineSeparator());
        assertThat(program.onTerminal(100)
                        .run("cluster", "install", "-f", "cluster.yaml")
                        .err())
                .startsWith("\u001B[33mConfig Warning: ");
    }

    @Test
    void printsEveryProblemOfARejectedFile() {
        service.on(
                "POST /v1/cluster",
                400,
                "application/json",
                "{\"error\":\"2 problems\",\"code\":\"INVALID_SPEC\",\"problems\":\"[{\\\"severity\\\":\\\"error\\\","
                        + "\\\"path\\\":\\\"partyId\\\",\\\"line\\\":5,\\\"message\\\":\\\"is no number\\\"},"
                        + "{\\\"severity\\\":\\\"error\\\",\\\"path\\\":\\\"\\\",\\\"line\\\":0,"
                        + "\\\"message\\\":\\\"needs modules\\\"}]\"}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        "The service rejected cluster.yaml:",
                        "error: line 5: partyId: is no number",
                        "error: needs modules");
    }

    @Test
    void printsAnErrorWithoutProblems() {
        service.on(
                "POST /v1/cluster",
                500,
                "application/json",
                "{\"error\":\"name=fate-9999 & namespace=fate-9999 Cluster already existed\"}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("name=fate-9999 & namespace=fate-9999 Cluster already existed");
    }

    @Test
    void forcesAnInstallThatPreflightRejects() {
        service.on("POST /v1/cluster?force=true", job("Pending", ""));

        Result result = program.run("cluster", "install", "-f", "cluster.yaml", "--force");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("job id=" + JOB);
    }

    @Test
    void printsTheObjectsOfADryRunToTheOutputAndThePlanToTheErrorOutput() {
        service.on(
                "POST /v1/cluster?dryRun=true",
                "{\"msg\":\"\",\"data\":{\"manifests\":\"kind: Service\\n---\\nkind: Deployment\\n\",\"warnings\":["
                        + "{\"severity\":\"warning\",\"path\":\"\",\"line\":0,\"message\":\"doubtful\"}]}}");

        service.on(
                "POST /v1/cluster/plan",
                "{\"msg\":\"\",\"data\":{\"operation\":\"install\",\"name\":\"fate\",\"namespace\":\"fate\",\"changes\":true,"
                        + "\"feasible\":true,\"modules\":[],\"data\":[],\"objects\":[{\"action\":\"create\","
                        + "\"kind\":\"Service\",\"name\":\"python\",\"module\":\"python\",\"fields\":[],\"note\":\"\"}]}}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("kind: Service\n---\nkind: Deployment\n");
        assertThat(result.err()).contains("Config Warning: doubtful", "+ create Service/python (python)");
    }

    @Test
    void aDryRunWithoutAKubernetesStillPrintsTheObjects() {
        service.on(
                "POST /v1/cluster?dryRun=true",
                "{\"msg\":\"\",\"data\":{\"manifests\":\"kind: Service\\n\",\"warnings\":[]}}");
        service.on("POST /v1/cluster/plan", 500, "application/json", "{\"error\":\"no answer from Kubernetes\"}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("kind: Service\n");
        assertThat(result.err()).contains("no plan", "no answer from Kubernetes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nam: fate\n", "name:fate\nnamespace: x\n", "- a\n", "a: [\n", "name: {a: b}\n"})
    void theServiceExplainsWhatIsWrongWithAFile(String text) throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), text);
        service.on("POST /v1/cluster", 400, "application/json", "{\"error\":\"line 1: wrong\"}");

        Result result = program.run("cluster", "install", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("line 1: wrong");
    }

    @Test
    void rejectsUnreadableFiles() throws IOException {
        Files.write(directory.resolve("large.yaml"), new byte[1024 * 1024 + 1]);

        assertThat(error("large.yaml")).contains("large.yaml is larger than 1 MiB");
        assertThat(error("nix.yaml")).contains("nix.yaml: no such file");
    }

    @Test
    void requiresAFileAndAValidTimeout() {
        assertThat(program.run("cluster", "install").exitCode()).isEqualTo(2);
        assertThat(program.run("cluster", "install", "-f", "cluster.yaml", "--timeout", "0s")
                        .exitCode())
                .isEqualTo(2);
        assertThat(program.run("cluster", "install", "-f", "cluster.yaml", "--timeout", "soon")
                        .err())
                .contains("invalid duration: soon; use for example 30m, 1h30m or 90s");
    }

    private String error(String file) {
        Result result = program.run("cluster", "install", "-f", file);
        assertThat(result.exitCode()).isEqualTo(1);
        return result.err();
    }
}
