package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterCommandsTest extends ServiceTest {

    private static final String FIELDS =
            "\"uuid\":\"" + CLUSTER + "\",\"name\":\"fate-9999\",\"namespaces\":\"fate-9999\","
                    + "\"chart_name\":\"fate\",\"chart_version\":\"v1.5.0\",\"revision\":1,\"status\":\"Running\","
                    + "\"values\":\"name: fate-9999\\n\",\"CreatedAt\":\"2020-11-13T15:22:53+08:00\"";

    private static final String INFO =
            "{\"dashboard\":[\"9999.notebook.kubefate.net\",\"9999.fateboard.kubefate.net\"],"
                    + "\"ip\":\"10.0.0.5\",\"port\":30091,\"pod\":[\"client-0\"],\"status\":{\"modules\":{\"client\":\"Running\"}}";

    @Test
    void listsClustersInKubefatesColumns() {
        service.on("GET /v1/cluster/", "{\"msg\":\"getClusterList Success\",\"data\":[{" + FIELDS + "}]}");

        Result result = program.run("cluster", "list");

        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        "UUID                                \tNAME     \tNAMESPACE\tREVISION\tSTATUS \tCHART"
                                + "\tChartVERSION\tAGE\n"
                                + CLUSTER + "\tfate-9999\tfate-9999\t1       \tRunning\tfate \tv1.5.0      \t37m\n\n",
                        ""));
    }

    @Test
    void aReconcileWithNothingToDoSucceeds() {
        service.on("POST /v1/cluster/" + CLUSTER + "/drift/reconcile", "{\"msg\":\"nothing to do\"}");

        assertThat(program.run("cluster", "reconcile", CLUSTER, "--wait"))
                .isEqualTo(new Result(0, "nothing to do\n", ""));
    }

    @Test
    void listsDeletedClusters() {
        service.on("GET /v1/cluster/?all=true", "{\"msg\":\"\",\"data\":[]}");

        assertThat(program.run("cluster", "ls", "-A").exitCode()).isZero();
        assertThat(program.run("cluster", "ls", "--all").exitCode()).isZero();
    }

    @Test
    void readsNullAsEmptyList() {
        service.on("GET /v1/cluster/", "{\"msg\":\"\",\"data\":null}");

        assertThat(program.run("cluster", "list").out())
                .startsWith("UUID\tNAME")
                .hasLineCount(2);
    }

    @Test
    void printsListsAsJsonWithTheNamesOfTheApi() {
        service.on("GET /v1/cluster/", "{\"msg\":\"\",\"data\":[{" + FIELDS + "}]}");

        assertThat(program.run("cluster", "list", "-o", "json").out())
                .startsWith("[ {")
                .contains("\"namespaces\" : \"fate-9999\"", "\"CreatedAt\" : \"2020-11-13T07:22:53Z\"");
    }

    @Test
    void describesAClusterWithItsSpecAndLiveState() {
        service.on(
                "GET /v1/cluster/" + CLUSTER,
                "{\"msg\":\"getCluster Success\",\"data\":{" + FIELDS
                        + ",\"Spec\":{\"name\":\"fate-9999\",\"partyId\":9999,\"modules\":[\"client\"]},\"Info\":"
                        + INFO
                        + "}}}");

        Result result = program.run("cluster", "describe", CLUSTER);

        assertThat(result.out()).isEqualTo("""
            UUID        \t%s
            Name        \tfate-9999
            NameSpace   \tfate-9999
            ChartName   \tfate
            ChartVersion\tv1.5.0
            REVISION    \t1
            Age         \t37m
            Status      \tRunning
            Spec        \tname: fate-9999
                        \tpartyId: 9999
                        \tmodules:
                        \t- client
            Info        \tdashboard:
                        \t- 9999.notebook.kubefate.net
                        \t- 9999.fateboard.kubefate.net
                        \tip: 10.0.0.5
                        \tport: 30091
                        \tpod:
                        \t- client-0
                        \tstatus:
                        \t  modules:
                        \t    client: Running

            """.formatted(CLUSTER));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void printsTheStoredTextIfAnOlderServiceOmitsTheSpec() {
        service.on("GET /v1/cluster/" + CLUSTER, "{\"msg\":\"\",\"data\":{" + FIELDS + "}}");

        assertThat(program.run("cluster", "describe", CLUSTER).out())
                .contains("Spec        \tname: fate-9999\n")
                .doesNotContain("Info");
    }

    @Test
    void printsWhyAClusterIsNotReady() {
        service.on(
                "GET /v1/cluster/" + CLUSTER,
                "{\"msg\":\"\",\"data\":{" + FIELDS + ",\"Info\":" + INFO + ",\"reasons\":[{\"module\":\"mysql\","
                        + "\"code\":\"IMAGE_PULL\",\"object\":\"Pod/mysql-0\",\"message\":\"image mysql:8 cannot be"
                        + " pulled\"}]}}}");

        assertThat(program.run("cluster", "describe", CLUSTER).out())
                .contains("Reasons     \tmysql: image mysql:8 cannot be pulled\n");
    }

    @Test
    void printsThePodsOfEachModule() {
        service.on(
                "GET /v1/cluster/" + CLUSTER,
                "{\"msg\":\"\",\"data\":{" + FIELDS + ",\"Info\":" + INFO + ",\"modules\":["
                        + "{\"name\":\"mysql\",\"status\":\"Missing\",\"pods\":[]},"
                        + "{\"name\":\"python\",\"status\":\"Progressing\",\"pods\":[{\"name\":\"python-0\","
                        + "\"status\":\"CrashLoopBackOff\",\"ready\":1,\"containers\":2,\"node\":\"node-1\","
                        + "\"createdAt\":\"2020-11-13T07:22:53Z\",\"restarts\":3,\"lastTermination\":{"
                        + "\"container\":\"fateboard\",\"reason\":\"OOMKilled\",\"exitCode\":137,"
                        + "\"at\":\"2020-11-13T07:52:53Z\"}}]}]}}}");

        assertThat(program.run("cluster", "describe", CLUSTER).out()).contains("""
            Pods        \tMODULE   POD        READY   STATUS             RESTARTS   AGE   NODE     LAST END
                        \tmysql    -          -       Missing            -          -     -        -
                        \tpython   python-0   1/2     CrashLoopBackOff   3          37m   node-1   fateboard: OOMKilled (exit code 137), 7m7s ago
            """);
    }

    @Test
    void printsTheWarningsOfARunningCluster() {
        service.on(
                "GET /v1/cluster/" + CLUSTER,
                "{\"msg\":\"\",\"data\":{" + FIELDS + ",\"Info\":" + INFO
                        + ",\"warnings\":[\"Service/rollsite: the load balancer has no address yet\"]}}}");

        assertThat(program.run("cluster", "describe", CLUSTER).out())
                .contains("Warnings    \tService/rollsite: the load balancer has no address yet\n");
    }

    @Test
    void printsAClusterAsYamlWithQuotedTimes() {
        service.on("GET /v1/cluster/" + CLUSTER, "{\"msg\":\"\",\"data\":{" + FIELDS + "}}");

        assertThat(program.run("cluster", "describe", CLUSTER, "-o", "YAML").out())
                .contains("namespaces: fate-9999\n", "CreatedAt: '2020-11-13T07:22:53Z'\n");
    }

    @Test
    void showsThePlanOfADelete() {
        service.on(
                "DELETE /v1/cluster/" + CLUSTER + "?dryRun=true&purge=true",
                "{\"msg\":\"\",\"data\":{\"operation\":\"delete\",\"name\":\"fate\",\"namespace\":\"fate\",\"changes\":true,"
                        + "\"feasible\":true,\"modules\":[],\"data\":[],\"objects\":[{\"action\":\"remove\","
                        + "\"kind\":\"Service\",\"name\":\"python\",\"module\":\"python\",\"restarts\":false,\"fields\":[],"
                        + "\"note\":\"\"}]}}");

        Result result = program.run("cluster", "delete", CLUSTER, "--purge", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).contains("delete of cluster fate in namespace fate", "remove Service/python");
    }

    @Test
    void deletesAClusterAsAJob() {
        service.on("DELETE /v1/cluster/" + CLUSTER, job("Pending", ""));

        assertThat(program.run("cluster", "delete", CLUSTER))
                .isEqualTo(new Result(0, "create job success, job id=" + JOB + System.lineSeparator(), ""));
    }

    @Test
    void deletesAClusterWithItsVolumesAndWaits() {
        service.on("DELETE /v1/cluster/" + CLUSTER + "?purge=true", job("Pending", ""))
                .on("GET /v1/job/" + JOB, job("Success", ""));

        Result result = program.run("cluster", "del", CLUSTER, "--purge", "--wait");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("job " + JOB + " Success, 42s");
    }

    @Test
    void printsTheServicesErrorAndFails() {
        service.on("GET /v1/cluster/" + CLUSTER, 500, "application/json", "{\"error\":\"no database\"}");

        assertThat(program.run("cluster", "describe", CLUSTER))
                .isEqualTo(new Result(1, "", "no database" + System.lineSeparator()));
    }

    /** The service says "record not found" only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster describe CLUSTER    | GET /v1/cluster/CLUSTER | no cluster CLUSTER; kubefate cluster list shows",
                "plugin disable nix          | PUT /v1/plugin/nix/enabled | no plugin nix; kubefate plugin list shows the plugins",
                "chart delete CLUSTER        | DELETE /v1/chart/CLUSTER | no chart CLUSTER; kubefate chart list shows the charts",
                "token revoke CLUSTER        | DELETE /v1/token/CLUSTER | no token CLUSTER; kubefate token list shows the tokens",
                "cluster diff CLUSTER 1 9    | GET /v1/cluster/CLUSTER/revision/1/diff?to=9 | the cluster has no such revision;",
                "cluster rollback CLUSTER 99 | POST /v1/cluster/CLUSTER/revision/99/rollback | kubefate cluster history shows"
            })
    void saysWhatDoesNotExistAndWhereToFindTheOthers(String command, String request, String message) {
        service.on(
                request.replace("CLUSTER", CLUSTER),
                404,
                "application/json",
                "{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");

        Result result = program.run(command.replace("CLUSTER", CLUSTER).split(" "));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(message.replace("CLUSTER", CLUSTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster delete", "cluster check --no-wait"})
    void rejectsATimeoutThatHasNoEffect(String command) {
        Result result = program.run((command + " --timeout 5m " + CLUSTER).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("--timeout requires --wait\n");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void logsInOnceAndSendsTheToken() {
        service.on("GET /v1/cluster/", "{\"msg\":\"\",\"data\":[]}");

        program.with("FATECLOUD_USER_USERNAME", "ann")
                .with("FATECLOUD_USER_PASSWORD", "p\"w")
                .run("cluster", "list");

        assertThat(service.logins()).singleElement().satisfies(login -> {
            assertThat(login.body()).isEqualTo("{\"username\":\"ann\",\"password\":\"p\\\"w\"}");
            assertThat(login.header("User-agent")).startsWith("kubefate/v");
        });
        assertThat(service.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer secret-token");
            assertThat(request.header("User-agent")).startsWith("kubefate/v");
        });
    }
}
