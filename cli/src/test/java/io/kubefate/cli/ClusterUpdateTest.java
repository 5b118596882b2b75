package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterUpdateTest extends ServiceTest {

    private static final String REVISIONS = "/v1/cluster/" + CLUSTER + "/revision";

    @BeforeEach
    void writeClusterFile() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), """
            name: fate-9999
            namespace: fate-9999
            chartName: fate
            chartVersion: v1.5.0
            """);
    }

    @Test
    void updatePrintsTheJobsIdAndSendsTheSetOptions() {
        service.on("PUT /v1/cluster", job("Pending", ""));

        assertThat(program.run("cluster", "update", "-f", "cluster.yaml", "--recreate", "--timeout", "2m"))
                .isEqualTo(new Result(0, "create job success, job id=" + JOB + System.lineSeparator(), ""));
        assertThat(service.requests().get(0).body())
                .contains("\"name\":\"fate-9999\"", "\"time_limit\":120", "\"recreate\":true")
                .doesNotContain("purge");
    }

    @Test
    void acceptsKeepUpgradeJobOfKubefateScripts() {
        service.on("PUT /v1/cluster", job("Pending", ""));

        assertThat(program.run("cluster", "update", "-f", "cluster.yaml", "--keepUpgradeJob")
                        .exitCode())
                .isZero();
    }

    @Test
    void reportsAnUnchangedFile() {
        service.on(
                "PUT /v1/cluster",
                409,
                "application/json",
                "{\"error\":\"the configuration file did not change\",\"code\":\"UNCHANGED\"}");

        Result result = program.run("cluster", "update", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("the configuration file did not change");
    }

    @Test
    void showsAPlan() {
        service.on("POST /v1/cluster/plan", plan(true, true));

        Result result = program.run("cluster", "plan", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("""
            update of cluster fate-9999 in namespace fate

            > run step migrate first (mysql:8)
            ~ update Deployment/python (python), restarts its pods
                spec.replicas: 1 -> 2
                data[a.conf] line 3:
                  + b=1
            - remove Service/old: it is wanted no more
            1 remove, 1 unchanged, 1 update
            modules: python
            data: PersistentVolumeClaim/data is new and empty
              ok      namespace: fate exists
              warning ingress classes: there is none; install one
            """);
    }

    @Test
    void showsTheDataThatAPlanDeletesAndItsWarnings() {
        String plan = plan(true, true)
                .replace("\"preflight\"", "\"data_lost\":[\"Deployment/a: b\"],\"warnings\":[\"c\"],\"preflight\"");
        service.on("POST /v1/cluster/plan", plan);

        Result result = program.run("cluster", "plan", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "data lost: Deployment/a: b\n",
                        "warning: c\n",
                        "this update deletes data: it requires --accept-data-loss");
    }

    @Test
    void sendsTheConsentToLoseData() {
        service.on("PUT /v1/cluster", job("Pending", ""));
        service.on("POST " + REVISIONS + "/1/rollback", job("Pending", ""));
        service.on("POST /v1/cluster/" + CLUSTER + "/drift/reconcile", job("Pending", ""));

        program.run("cluster", "update", "-f", "cluster.yaml", "--accept-data-loss");
        program.run("cluster", "rollback", CLUSTER, "1", "--accept-data-loss");
        program.run("cluster", "reconcile", CLUSTER, "--accept-data-loss");

        assertThat(service.requests())
                .hasSize(3)
                .allMatch(request -> request.body().contains("\"accept_data_loss\":true"));
    }

    @Test
    void sendsTheWishToRestoreData() {
        service.on("POST " + REVISIONS + "/1/rollback", job("Pending", ""));

        program.run("cluster", "rollback", CLUSTER, "1", "--restore-data");
        program.run("cluster", "rollback", CLUSTER, "1");

        assertThat(service.requests()).hasSize(2);
        assertThat(service.requests().get(0).body()).contains("\"restore_data\":true");
        assertThat(service.requests().get(1).body()).doesNotContain("restore_data");
    }

    @ParameterizedTest
    @CsvSource({"false, true, 0", "true, true, 2", "true, false, 1", "false, false, 1"})
    void theExitCodeReportsThePlansResult(boolean changes, boolean feasible, int exitCode) {
        service.on("POST /v1/cluster/plan", plan(changes, feasible));
        service.on("PUT /v1/cluster?dryRun=true", plan(changes, feasible));
        service.on("POST " + REVISIONS + "/1/rollback?dryRun=true", plan(changes, feasible));

        assertThat(program.run("cluster", "plan", "-f", "cluster.yaml", "-o", "json")
                        .exitCode())
                .isEqualTo(exitCode);
        assertThat(program.run("cluster", "update", "-f", "cluster.yaml", "--dry-run")
                        .exitCode())
                .isEqualTo(exitCode);
        assertThat(program.run("cluster", "rollback", CLUSTER, "1", "--dry-run").exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void listsTheHistory() {
        service.on(
                "GET " + REVISIONS,
                "{\"data\":[" + revision(1, false, true, 0) + "," + revision(2, false, false, 0) + ","
                        + revision(3, true, true, 1) + "]}");

        assertThat(program.run("cluster", "history", CLUSTER).out().lines().map(line -> line.split("\\s*\t\\s*")))
                .extracting(cells -> cells.length > 2 ? cells[0] + "|" + cells[1] + "|" + cells[2] : "")
                .containsExactly(
                        "REVISION|READY|CHANGE",
                        "1|yes|install",
                        "2|no, job Rollback|update",
                        "3 *|yes|rollback to 1",
                        "");
    }

    @Test
    void comparesTwoRevisions() {
        service.on(
                "GET " + REVISIONS + "/1/diff?to=2",
                "{\"data\":{\"from\":1,\"to\":2,\"spec\":["
                        + "{\"path\":\"partyId\",\"before\":\"1\",\"after\":\"2\"}],\"objects\":[" + change() + "]}}");

        assertThat(program.run("cluster", "diff", CLUSTER, "1", "2").out()).isEqualTo("""
            cluster.yaml, revision 1 -> 2
                partyId: 1 -> 2

            ~ update Deployment/python (python), restarts its pods
                spec.replicas: 1 -> 2
                data[a.conf] line 3:
                  + b=1
            """);
    }

    @Test
    void comparesARevisionWithTheCurrentOne() {
        service.on("GET " + REVISIONS + "/1/diff", "{\"data\":{\"from\":1,\"to\":3,\"spec\":[],\"objects\":[]}}");

        assertThat(program.run("cluster", "diff", CLUSTER, "1").out()).isEqualTo("revisions 1 and 3 are equal\n");
    }

    @Test
    void rollsBack() {
        service.on("POST " + REVISIONS + "/1/rollback", job("Pending", ""));

        assertThat(program.run("cluster", "rollback", CLUSTER, "1", "--purge").exitCode())
                .isZero();
        assertThat(service.requests().get(0).body()).isEqualTo("{\"purge\":true}");
    }

    private static String plan(boolean changes, boolean feasible) {
        return "{\"data\":{\"operation\":\"update\",\"name\":\"fate-9999\",\"namespace\":\"fate\",\"changes\":"
                + changes
                + ",\"feasible\":" + feasible
                + ",\"steps\":[{\"name\":\"migrate\",\"images\":[\"mysql:8\"]}],\"objects\":[" + change()
                + ",{\"action\":\"unchanged\",\"kind\":\"Service\",\"name\":\"python\",\"module\":\"python\",\"fields\":[],"
                + "\"note\":\"\"},{\"action\":\"remove\",\"kind\":\"Service\",\"name\":\"old\",\"module\":\"\",\"fields\":[],\"note\":\"it"
                + " is wanted no more\"}],\"modules\":[\"python\"],\"data\":[\"PersistentVolumeClaim/data is new and"
                + " empty\"],\"preflight\":[{\"check\":\"namespace\",\"status\":\"passed\",\"message\":\"fate"
                + " exists\",\"remedy\":\"\"},{\"check\":\"ingress"
                + " classes\",\"status\":\"warning\",\"message\":\"there is none\",\"remedy\":\"install one\"}]}}";
    }

    private static String change() {
        return "{\"action\":\"update\",\"kind\":\"Deployment\",\"name\":\"python\",\"module\":\"python\",\"restarts\":true,\"fields\":[{\"path\":\"spec.replicas\",\"before\":\"1\",\"after\":\"2\"},{\"path\":\"data[a.conf]"
                + " line 3\",\"before\":\"\",\"after\":\"b=1\"}],\"note\":\"\"}";
    }

    private static String revision(int number, boolean current, boolean good, int restored) {
        return "{\"number\":" + number + ",\"current\":" + current + ",\"good\":" + good + ",\"restored\":" + restored
                + ",\"chart_version\":\"v1.5.0\",\"plugin\":\"p@1\",\"creator\":\"admin\","
                + "\"created_at\":\"2020-11-13T07:22:53Z\",\"job_id\":\"" + JOB + "\",\"job_status\":\"Rollback\"}";
    }
}
