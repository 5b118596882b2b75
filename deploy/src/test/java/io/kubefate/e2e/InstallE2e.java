package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job: from a cluster.yaml to a running cluster, and back to nothing. */
class InstallE2e extends Scenario {

    @Test
    void installsDescribesAndDeletesAParty() {
        Path file = ClusterFile.party(folder, cluster, "");

        Command.Result installed = service.kubefate("cluster", "install", "-f", file.toString(), "--wait");

        assertThat(installed.exitCode())
                .as("%s%n%s", installed, service.logText())
                .isZero();
        assertThat(kubectl.items("deployments")).hasSize(6).allMatch(InstallE2e::available);

        JsonNode job = job(jobId(installed));
        assertThat(job.at("/status").asText()).isEqualTo("Success");
        assertThat(job.at("/sub_jobs").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "rollsite", "clustermanager", "nodemanager-0", "nodemanager-1", "mysql", "python");

        String id = job.at("/cluster_id").asText();
        Command.Result described = service.kubefate("cluster", "describe", id);
        assertThat(described.out())
                .contains("9999.notebook.kubefate.net", "9999.fateboard.kubefate.net", "client: Running", "Running");

        Command.Result deleted = service.kubefate("cluster", "delete", id, "--wait");
        assertThat(deleted.exitCode()).as(deleted.toString()).isZero();
        assertThat(kubectl.names("deployments,services,configmaps,ingresses,pods"))
                .isEmpty();
        assertThat(service.kubefate("cluster", "list").out()).doesNotContain(id);
    }

    @Test
    void keepsTheDataOfADeletedClusterForTheNextOfItsName() {
        Path file = ClusterFile.party(folder, cluster, """
                persistence: true
                nodemanager: {count: 1, sessionProcessorsPerNode: 2, storageClass: standard, size: 1Gi}
                mysql: {storageClass: standard, size: 1Gi}
                """);
        JsonNode first = job(jobId(service.kubefate("cluster", "install", "-f", file.toString(), "--wait")));
        List<String> volumes = volumes();

        service.kubefate("cluster", "delete", first.at("/cluster_id").asText(), "--wait");
        assertThat(volumes()).isEqualTo(volumes).hasSize(2);

        JsonNode second = job(jobId(service.kubefate("cluster", "install", "-f", file.toString(), "--wait")));
        assertThat(second.at("/status").asText()).isEqualTo("Success");
        assertThat(volumes()).isEqualTo(volumes);

        service.kubefate("cluster", "delete", second.at("/cluster_id").asText(), "--purge", "--wait");
        assertThat(kubectl.names("persistentvolumeclaims")).isEmpty();
    }

    @Test
    void tellsAllMistakesOfAFileAtOnceAndStoresNothing() {
        Path file = ClusterFile.party(folder, cluster, """
                rollsite:
                  type: NodePort
                  nodePort: 99
                nodmanager: {}
                """);
        JsonNode jobs = jobs();

        Command.Result refused = service.kubefate("cluster", "install", "-f", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("line 10: rollsite.nodePort")
                .contains("line 11")
                .contains("nodmanager");
        assertThat(service.kubefate("cluster", "list").out()).doesNotContain(cluster);
        assertThat(jobs()).isEqualTo(jobs);
    }

    @Test
    void showsWhatItWouldInstallWithoutInstallingIt() {
        Path file = ClusterFile.party(folder, cluster, "");
        JsonNode jobs = jobs();

        Command.Result shown = service.kubefate("cluster", "install", "-f", file.toString(), "--dry-run");
        Command.Result offline = Command.run(
                Map.of(), folder, List.of(Home.program("kubefate-server"), "render", "-f", file.toString()));

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).isEqualTo(offline.out()).contains("Deployment");
        assertThat(jobs()).isEqualTo(jobs);
    }

    private List<String> volumes() {
        return kubectl.items("persistentvolumeclaims").stream()
                .map(claim -> claim.at("/spec/volumeName").asText())
                .sorted()
                .toList();
    }

    private static boolean available(JsonNode deployment) {
        return deployment.at("/status/availableReplicas").asInt()
                == deployment.at("/spec/replicas").asInt();
    }
}
