package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A module that is not ready says why, in the job. */
class ReasonsE2e extends Scenario {

    @Test
    void unschedulable() {
        assertReason("rollsite: {nodeSelector: {disktype: nowhere}}", "UNSCHEDULABLE", "node");
    }

    @Test
    void imageThatCannotBePulled() {
        assertReason(
                "pullPolicy: Never\nregistry: registry.example.com/nowhere",
                "IMAGE_PULL",
                "registry.example.com/nowhere");
    }

    @Test
    void quotaExceeded() {
        kubectl.run("create", "namespace", cluster);
        kubectl.run("create", "quota", "none", "--hard=pods=0");
        Path file = ClusterFile.exchange(folder, cluster, "\n");
        assertRejected(file, "ResourceQuota/none: pods");
        assertReason(file, "QUOTA_EXCEEDED", "none");
    }

    @Test
    void claimWithoutVolume() {
        Path file = ClusterFile.party(folder, cluster, """
                persistence: true
                mysql: {storageClass: nowhere}
                nodemanager: {count: 1, storageClass: standard}
                """);
        assertRejected(file, "storage classes: nowhere does not exist");
        assertReason(file, "CLAIM_UNBOUND", "nowhere");
    }

    @Test
    void atTheTimeLimitTheJobFailsWithTheReasonsAndKeepsTheResources() {
        Path file = ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n");

        Command.Result result =
                service.kubefate("cluster", "install", "-f", file.toString(), "--timeout", "5s", "--wait");

        assertThat(result.exitCode()).isEqualTo(1);
        JsonNode job = job(jobId(result));
        assertThat(job.at("/status").asText()).isEqualTo("Failed");
        assertThat(job.at("/reasons/0/code").asText()).isEqualTo("UNSCHEDULABLE");
        assertThat(job.at("/states").toString()).contains("time limit");
        assertThat(job.at("/sub_jobs/rollsite/Status").asText()).isEqualTo("Failed");
        assertThat(kubectl.names("deployments")).containsExactly("Deployment/rollsite");
    }

    @Test
    void atTheTimeLimitTheResourcesAreRemovedIfAskedTo() {
        Path file = ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n");

        Command.Result result = service.kubefate(
                "cluster", "install", "-f", file.toString(), "--timeout", "5s", "--rollback-on-failure", "--wait");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(job(jobId(result)).at("/status").asText()).isEqualTo("Failed");
        assertThat(kubectl.names("deployments,services,configmaps")).isEmpty();
    }

    @Test
    void stopUndoesWhatWasMade() {
        Path file = ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n");
        String id = jobId(service.kubefate("cluster", "install", "-f", file.toString()));
        Eventually.holds(
                "the deployment is made",
                LIMIT,
                () -> !kubectl.names("deployments").isEmpty());

        Command.Result stopped = service.kubefate("job", "stop", id);

        assertThat(stopped.exitCode()).as(stopped.toString()).isZero();
        assertThat(ended(id).at("/status").asText()).isEqualTo("Canceled");
        assertThat(kubectl.names("deployments,services,configmaps")).isEmpty();
    }

    private void assertReason(String more, String code, String text) {
        assertReason(ClusterFile.exchange(folder, cluster, more + "\n"), code, text);
    }

    /** Preflight rejects what it proves impossible, and nothing is stored. */
    private void assertRejected(Path file, String reason) {
        Command.Result result = service.kubefate("cluster", "install", "-f", file.toString());

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.toString()).contains("this install is not possible", reason, "--force");
        assertThat(service.kubefate("cluster", "list").toString()).doesNotContain(cluster);
    }

    private void assertReason(Path file, String code, String text) {
        String id = jobId(service.kubefate("cluster", "install", "-f", file.toString(), "--force"));
        Eventually.holds(code + " is told", LIMIT, () -> tells(job(id), code, text));
        assertThat(job(id).at("/status").asText()).isEqualTo("Running");
        service.kubefate("job", "stop", id);
        ended(id);
    }

    private static boolean tells(JsonNode job, String code, String text) {
        for (JsonNode reason : job.at("/reasons")) {
            if (reason.at("/code").asText().equals(code)
                    && reason.at("/message").asText().contains(text)) {
                return true;
            }
        }
        return false;
    }
}
