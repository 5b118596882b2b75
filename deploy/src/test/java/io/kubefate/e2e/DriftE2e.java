package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the service tells of a cluster that somebody else changes, without being asked to look. */
class DriftE2e extends IsolatedScenario {

    /** The limit of the promise, not what it takes. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void editedAndDeletedObjectsAreSeenAndPutBack() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, ""));
        String uuid = installed.at("/cluster_id").asText();
        assertThat(drift(uuid).exitCode()).isZero();

        kubectl.run("scale", "deployment/rollsite", "--replicas=0");
        kubectl.run("set", "env", "deployment/rollsite", "ADDED=1");
        kubectl.run("delete", "service/rollsite");

        Eventually.holds(
                "the drift is seen",
                SOON,
                () -> describe(installed).at("/drift/objects").size() == 2);
        Command.Result drift = drift(uuid);
        assertThat(drift.exitCode()).as(drift.toString()).isEqualTo(2);
        assertThat(drift.out())
                .contains(
                        "+ create Service/rollsite",
                        "~ update Deployment/rollsite",
                        "spec.replicas: 0 -> 1",
                        "[ADDED]");
        assertThat(service.metrics()).containsPattern("(?m)^kubefate_clusters_drifted [1-9]");

        assertSuccess(service.kubefate("cluster", "reconcile", uuid, "--wait"));

        assertThat(drift(uuid).exitCode()).isZero();
        assertThat(kubectl.names("services")).contains("Service/rollsite");
        assertThat(kubectl.items("deployments").toString()).doesNotContain("ADDED");
        Eventually.holds(
                "the drift is gone",
                SOON,
                () -> describe(installed).at("/drift/objects").isEmpty());
    }

    @Test
    void aClusterWhosePodsFailAfterItsInstallDoesNotStayRunning() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, ""));
        assertThat(listed(installed).at("/status").asText()).isEqualTo("Running");

        kubectl.run("set", "env", "deployment/rollsite", "STUB_CRASH=1");
        kubectl.run("delete", "pods", "--all", "--wait=false");

        Eventually.holds(
                "the list tells it",
                SOON,
                () -> listed(installed).at("/status").asText().equals("Unavailable"));
        assertThat(describe(installed).at("/Info/reasons").toString()).contains("rollsite");
        assertThat(listed(installed).at("/observed_at").asText()).isNotEmpty();

        kubectl.run("set", "env", "deployment/rollsite", "STUB_CRASH-");
        Eventually.holds(
                "it runs again",
                LIMIT,
                () -> listed(installed).at("/status").asText().equals("Running"));
    }

    @Test
    void whatHappenedWhileTheServiceWasDownIsSeen() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, "autoReconcile: true\n"));
        service.kill();
        kubectl.run("delete", "deployments,services,configmaps", "-l", "kubefate.io/cluster");

        service.start();

        Eventually.holds(
                "it is put back unasked",
                LIMIT,
                () -> describe(installed).at("/revision").asInt() == 2
                        && describe(installed).at("/status").asText().equals("Running"));
        String uuid = installed.at("/cluster_id").asText();
        assertThat(drift(uuid).exitCode()).isZero();
        // Otherwise the service would also put back what the end of the test deletes.
        assertSuccess(service.kubefate("cluster", "delete", uuid, "--wait"));
    }

    private Command.Result drift(String uuid) {
        return service.kubefate("cluster", "drift", uuid);
    }

    private JsonNode listed(JsonNode installed) {
        return StreamSupport.stream(service.get("v1/cluster/").spliterator(), false)
                .filter(entry -> entry.at("/uuid").equals(installed.at("/cluster_id")))
                .findFirst()
                .orElseThrow();
    }
}
