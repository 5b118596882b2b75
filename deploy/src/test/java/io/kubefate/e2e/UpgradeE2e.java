package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From one chart version to the next, with a migration that runs first as a Kubernetes Job. */
class UpgradeE2e extends IsolatedScenario {

    private static final String MODULE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: demo}
            spec:
              selector: {matchLabels: {app: demo}}
              template:
                metadata: {labels: {app: demo}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                    - name: demo
                      image: federatedai/client:1.5.0-release
                      env: [{name: RELEASE, value: ${release}}]
            """;

    @Test
    void aMigrationThatFailsOnceLeavesEverythingAsItWasAndSucceedsTheNextTime() {
        String id = install();
        JsonNode before = kubectl.items("deployments").get(0);
        migration("CODE: '3'");
        Path file = file("v9.2.0", cluster, "eggroll");

        assertThat(service.kubefate("cluster", "plan", "-f", file.toString()).out())
                .contains("> run step migrate first (federatedai/fate-test:1.5.0-release)");
        assertThat(service.kubefate("cluster", "images", "-f", file.toString()).out())
                .contains("federatedai/fate-test:1.5.0-release", "federatedai/client:1.5.0-release");
        JsonNode failed = ended(update(file));

        assertThat(failed.at("/status").asText()).as(failed.toString()).isEqualTo("Rollback");
        assertThat(states(failed))
                .contains(
                        "step migrate started: Job/migrate-r2 with federatedai/fate-test:1.5.0-release",
                        "update failed, rolling back to revision 1: step migrate failed;"
                                + " nothing of revision 2 was applied",
                        "apply revision 1: 1 objects unchanged",
                        "Cluster run rollback Success")
                .anyMatch(state -> state.startsWith("step migrate failed: ")
                        && state.contains("container migrate ended with exit code 3")
                        && state.contains("ends with 3"));
        assertThat(logs(failed)).contains("==> step migrate Failed", "migrating to v9.2.0", "password=(hidden)");
        assertThat(failed.toString() + logs(failed)).doesNotContain("sesam");
        assertRelease(id, "v9.1.0", 1);
        assertThat(kubectl.items("deployments").get(0).at("/metadata/resourceVersion"))
                .isEqualTo(before.at("/metadata/resourceVersion"));
        assertThat(kubectl.names("jobs")).isEmpty();

        kubectl.run("delete", "configmap", "migration");
        JsonNode succeeded = ended(update(file));

        assertThat(succeeded.at("/status").asText()).as(succeeded.toString()).isEqualTo("Success");
        assertThat(states(succeeded))
                .contains(
                        "step migrate started: Job/migrate-r3 with federatedai/fate-test:1.5.0-release",
                        "step migrate succeeded",
                        "Cluster update Success");
        assertThat(logs(succeeded)).contains("==> step migrate Succeeded", "migrating to v9.2.0 in migrate-r3");
        assertThat(logs(failed)).contains("ends with 3");
        assertRelease(id, "v9.2.0", 3);
        assertThat(kubectl.names("jobs")).isEmpty();
        assertThat(service.kubefate("cluster", "rollback", id, "1", "--dry-run").out())
                .contains("what an upgrade migrated is not migrated back");
        refusesWhatIsNoUpgrade();
    }

    @Test
    void theServiceIsKilledInTheMiddleOfAStepAndThePluginIsGone() {
        String id = install();
        migration("UNTIL: /tmp/end");
        String job = update(file("v9.2.0", cluster, "eggroll"));
        Eventually.holds("the step runs", LIMIT, () -> !running().isEmpty());
        List<String> running = running();

        succeeds(service.kubefate("plugin", "remove", pluginId("v9.2.0"), "--force"));
        service.kill();
        service.start();
        assertThat(running()).isEqualTo(running);
        kubectl.run("exec", "job/migrate-r2", "--", "touch", "/tmp/end");
        JsonNode ended = ended(job);

        assertThat(ended.at("/status").asText()).as(ended.toString()).isEqualTo("Success");
        assertThat(states(ended)).doesNotHaveDuplicates();
        assertThat(logs(ended).lines().filter(line -> line.startsWith("migrating to")))
                .hasSize(1);
        assertRelease(id, "v9.2.0", 2);
        assertThat(kubectl.names("jobs")).isEmpty();
    }

    @Test
    void aStopInTheMiddleOfAStepLeavesNothingOfIt() {
        String id = install();
        migration("UNTIL: /tmp/never");
        String job = update(file("v9.2.0", cluster, "eggroll"));
        Eventually.holds("the step runs", LIMIT, () -> !running().isEmpty());

        succeeds(service.kubefate("job", "stop", job));
        JsonNode ended = ended(job);

        assertThat(ended.at("/status").asText()).as(ended.toString()).isEqualTo("Canceled");
        assertThat(states(ended)).contains("step migrate stopped", "apply revision 1: 1 objects unchanged");
        assertThat(logs(ended)).contains("==> step migrate Canceled", "migrating to v9.2.0");
        assertThat(kubectl.names("jobs")).isEmpty();
        assertThat(running()).isEmpty();
        assertRelease(id, "v9.1.0", 1);
    }

    private void refusesWhatIsNoUpgrade() {
        plugin("v9.3.0");
        Path other = PluginJar.build(folder, "other", "1.0.0");
        succeeds(service.kubefate("plugin", "install", "-f", other.toString()));

        refused("v9.1.0", cluster, "eggroll", "using kubefate to downgrade a cluster is not supported yet");
        refused("v9.3.0", cluster, "spark", "the engine of a cluster cannot be changed, from eggroll to spark");
        refused("v1", "other", "", "doesn't support upgrade between different charts");
        refused(
                "v9.3.0",
                cluster,
                "eggroll",
                "an upgrade from %1$s v9.2.0 (eggroll) to %1$s v9.3.0 (eggroll)".formatted(cluster));
    }

    /** Installs v9.1.0 and gives the cluster's id; v9.2.0 is there, too. */
    private String install() {
        plugin("v9.1.0");
        plugin("v9.2.0");
        String file = file("v9.1.0", cluster, "eggroll").toString();
        Command.Result installed = service.kubefate("cluster", "install", "-f", file, "--wait");
        succeeds(installed);
        return job(jobId(installed)).at("/cluster_id").asText();
    }

    /** Installs a plugin for a version of the test's own chart. */
    private void plugin(String version) {
        Path jar = MigratingPlugin.build(folder, pluginId(version), cluster, version, MODULE);
        succeeds(service.kubefate("plugin", "install", "-f", jar.toString()));
    }

    private String pluginId(String version) {
        return cluster + "-" + version;
    }

    private Path file(String version, String chart, String engine) {
        try {
            Path file = folder.resolve(chart + "-" + version + "-" + engine + ".yaml");
            return Files.writeString(file, """
                    name: %s
                    namespace: %s
                    chartName: %s
                    chartVersion: %s
                    backend: %s
                    modules: [demo]
                    password: sesam
                    """.formatted(cluster, cluster, chart, version, engine)
                    .replace("backend: \n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void migration(String data) {
        kubectl.apply(folder, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: migration}\ndata: {" + data + "}\n");
    }

    private String update(Path file) {
        return jobId(service.kubefate("cluster", "update", "-f", file.toString()));
    }

    private void refused(String version, String chart, String engine, String reason) {
        Command.Result result = service.kubefate(
                "cluster", "update", "-f", file(version, chart, engine).toString());
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).contains(reason);
    }

    private void assertRelease(String id, String version, int revision) {
        JsonNode described = service.get("v1/cluster/" + id);
        assertThat(described.at("/status").asText()).isEqualTo("Running");
        assertThat(described.at("/chart_version").asText()).isEqualTo(version);
        assertThat(described.at("/revision").asInt()).isEqualTo(revision);
        assertThat(kubectl.items("deployments")
                        .get(0)
                        .at("/spec/template/spec/containers/0/env/0/value")
                        .asText())
                .isEqualTo(version);
    }

    /** {@return the uids of the pods of steps that run} */
    private List<String> running() {
        return kubectl.items("pods").stream()
                .filter(pod -> pod.at("/metadata/labels/app").asText().equals("migrate"))
                .filter(pod -> pod.at("/status/phase").asText().equals("Running"))
                .map(pod -> pod.at("/metadata/uid").asText())
                .toList();
    }

    private String logs(JsonNode job) {
        Command.Result logs = service.kubefate("job", "logs", job.at("/uuid").asText());
        succeeds(logs);
        return logs.out();
    }

    private void succeeds(Command.Result result) {
        assertThat(result.exitCode()).as("%s%n%s", result, service.logText()).isZero();
    }
}
