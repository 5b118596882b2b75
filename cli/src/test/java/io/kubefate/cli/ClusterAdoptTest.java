package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterAdoptTest extends ServiceTest {

    private static final String PLAN = """
            {"data":{"operation":"adopt","cluster_id":"","name":"fate-9999","namespace":"party","changes":true,
            "feasible":true,"objects":[{"action":"update","kind":"Deployment","name":"python","module":"python",
            "restarts":true,"note":"","fields":[]}],"modules":["python"],"data":[]},
            "warnings":[{"severity":"warning","path":"","line":0,"message":"look out"}]}""";

    @BeforeEach
    void respond() {
        service.on("POST /v1/cluster/adopt?dryRun=true", PLAN);
        service.on("POST /v1/cluster/adopt", job("Pending", ""));
    }

    @Test
    void listsTheReleases() {
        String first =
                "{\"name\":\"fate-9999\",\"namespace\":\"party\",\"chart_name\":\"fate\",\"chart_version\":\"v1.5.0\","
                        + "\"revision\":1,\"status\":\"deployed\",\"deployed_at\":\"\",\"served\":true,\"obstacle\":\"\"}";
        service.on(
                "GET /v1/cluster/adopt?namespace=party",
                "{\"data\":[" + first + "," + first.replace("true", "false").replace("9999", "2") + ","
                        + first.replace("9999", "4").replace("\"obstacle\"", "\"needs_file\":true,\"obstacle\"") + ","
                        + first.replace("9999", "3").replace("\"obstacle\":\"\"", "\"obstacle\":\"it is busy\"")
                        + "]}");

        assertThat(program.run("cluster", "adopt", "--list", "-n", "party")
                        .out()
                        .replaceAll(" *\t", "  ")
                        .strip())
                .isEqualTo("""
                        NAME  NAMESPACE  CHART  STATUS  ADOPTION
                        fate-9999  party  fate v1.5.0  deployed  possible
                        fate-2  party  fate v1.5.0  deployed  as it is: no plugin serves the chart
                        fate-4  party  fate v1.5.0  deployed  possible with its file: -f cluster.yaml
                        fate-3  party  fate v1.5.0  deployed  not possible: it is busy""");
    }

    @Test
    void showsThePlan() {
        Result result = program.run("cluster", "adopt", "fate-9999", "-n", "party", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out())
                .startsWith("adopt of cluster fate-9999 in namespace party")
                .contains("~ update Deployment/python (python), restarts its pods");
        assertThat(result.err()).contains("look out");
    }

    @Test
    void startsTheJob() {
        Result result = program.run("cluster", "adopt", "fate-9999", "-n", "party", "--timeout", "2m", "--recreate");

        assertThat(result.out()).isEqualTo("create job success, job id=" + JOB + System.lineSeparator());
        assertThat(service.requests().get(1).body())
                .contains(
                        "\"name\":\"fate-9999\"", "\"namespace\":\"party\"", "\"time_limit\":120", "\"recreate\":true");
    }

    @Test
    void sendsTheGivenFile() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), "name: fate-9999\n");

        program.run("cluster", "adopt", "fate-9999", "-n", "party", "-f", "cluster.yaml");

        assertThat(service.requests().get(1).body()).contains("\"data\":\"bmFtZTogZmF0ZS05OTk5Cg==\"");
    }

    @Test
    void showsThePlanAndAsksOnATerminal() {
        Result result = program.onTerminal(80).typing("n\n").run("cluster", "adopt", "fate-9999", "-n", "party");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("~ update Deployment/python", "Adopt cluster party/fate-9999? [y/N]");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void needsNameAndNamespace() {
        assertThat(program.run("cluster", "adopt").err()).contains("give the name of the Helm release, or --list");
        assertThat(program.run("cluster", "adopt", "fate-9999").err()).contains("--namespace");
    }
}
