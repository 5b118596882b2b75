package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyTest extends ServiceTest {

    private static final String UPDATE = "PUT /v1/cluster";
    private static final String INSTALL = "POST /v1/cluster";
    private static final String PLAN = "POST /v1/cluster/plan";
    private static final String RECONCILE = "POST /v1/cluster/" + CLUSTER + "/drift/reconcile";

    @BeforeEach
    void writeTwoClusters() throws IOException {
        Files.createDirectory(directory.resolve("parties"));
        Files.writeString(directory.resolve("parties/a.yaml"), "name: a\nnamespace: party\n");
        Files.writeString(directory.resolve("parties/b.yaml"), "name: b\nnamespace: party\n");
    }

    @Test
    void installsAClusterThatDoesNotExistAndUpdatesTheOther() {
        rejects(UPDATE, 404, "UNKNOWN_CLUSTER");
        service.on(UPDATE, job("Pending", ""));
        service.on(INSTALL, job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Success", ""));

        Result result = program.run("apply", "-f", "parties", "--timeout", "5m", "--recreate");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
            party/a: install, job id=%1$s
            party/b: update, job id=%1$s
            CLUSTER\tRESULT   \tJOB                                 \tMESSAGE
            party/a\tinstalled\t%1$s
            party/b\tupdated  \t%1$s

            """.formatted(JOB));
        assertThat(service.requests().get(1).body())
                .contains("\"name\":\"a\"", "\"time_limit\":300", "\"recreate\":true");
    }

    @Test
    void doesNothingIfFilesAndClustersMatch() {
        rejects(UPDATE, 409, "UNCHANGED");
        service.on(PLAN, plan(false, true));

        Result result = program.run("apply", "-f", "parties/a.yaml");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("party/a\tunchanged");
    }

    @Test
    void revertsDriftOfAnUnchangedFile() {
        rejects(UPDATE, 409, "UNCHANGED");
        service.on(PLAN, plan(true, true));
        service.on(RECONCILE, job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Success", ""));

        Result result = program.run("apply", "-f", "parties/a.yaml", "--accept-data-loss");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("party/a: reconcile, job id=" + JOB, "party/a\treconciled\t" + JOB);
        assertThat(service.requests().get(2).body()).contains("\"accept_data_loss\":true");
    }

    @Test
    void stopsAtTheFirstFailure() {
        service.on(UPDATE, job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Rollback", "\"states\":[\"rolled back\"],"));

        Result result = program.run("apply", "-f", "parties");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("party/a\tfailed \t" + JOB + "\tRollback: rolled back\n", "party/b\tskipped");
    }

    @Test
    void continuesAfterAFailureIfToldTo() {
        service.on(UPDATE, 409, "application/json", "{\"error\":\"job 1 is active\",\"code\":\"JOB_ACTIVE\"}");
        service.on(UPDATE, job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Success", ""));

        Result result = program.run("apply", "-f", "parties", "--keep-going");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("parties/a.yaml: job 1 is active\n");
        assertThat(result.out()).contains("party/a\tfailed ", "party/b\tupdated");
    }

    @Test
    void reportsThatAnotherUserHasInstalledTheCluster() {
        rejects(UPDATE, 404, "UNKNOWN_CLUSTER");
        rejects(INSTALL, 409, "ALREADY_EXISTS");

        Result result = program.run("apply", "-f", "parties/a.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("another user has just installed it: rejected");
    }

    @Test
    void showsAllPlans() {
        service.on(PLAN, plan(false, true)).on(PLAN, plan(true, true));

        Result result = program.run("apply", "-f", "parties", "--plan");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).containsOnlyOnce("no changes").contains("update of cluster a", "(none)");
        assertThat(service.requests()).allMatch(request -> request.line().equals(PLAN));
    }

    @Test
    void theExitCodeOfPlansReportsTheWorst() {
        service.on(PLAN, plan(false, true));
        assertThat(program.run("apply", "-f", "parties", "--plan").exitCode()).isZero();
    }

    @Test
    void aPlanThatIsNotPossibleFails() {
        service.on(PLAN, plan(true, true)).on(PLAN, plan(true, false));
        assertThat(program.run("apply", "-f", "parties", "--plan").exitCode()).isEqualTo(1);
    }

    @Test
    void aRejectedPlanDoesNotHideTheOthers() {
        rejects(PLAN, 400, "INVALID_SPEC");
        service.on(PLAN, plan(false, true));

        Result result = program.run("apply", "-f", "parties", "--plan");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("parties/a.yaml: rejected\n");
        assertThat(result.out()).contains("no changes");
    }

    @Test
    void requiresAFile() {
        assertThat(program.run("apply").exitCode()).isEqualTo(2);
    }

    private void rejects(String request, int status, String code) {
        service.on(request, status, "application/json", "{\"error\":\"rejected\",\"code\":\"" + code + "\"}");
    }

    private static String plan(boolean changes, boolean feasible) {
        String object =
                "{\"action\":\"update\",\"kind\":\"Deployment\",\"name\":\"python\",\"module\":\"\",\"fields\":["
                        + "{\"path\":\"a\",\"before\":\"\",\"after\":\"1\"}],\"note\":\"\"}";
        return "{\"data\":{\"operation\":\"update\",\"cluster_id\":\"" + CLUSTER
                + "\",\"name\":\"a\",\"namespace\":\"party\",\"changes\":" + changes + ",\"feasible\":" + feasible
                + ",\"objects\":[" + (changes ? object : "") + "],\"modules\":[],\"data\":[]}}";
    }
}
