package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Removing a cluster: done when all is gone, and not before. */
class DeleteE2e extends Scenario {

    @Test
    void whatHoldsAnObjectIsToldAndTheNamespaceOfTheOperatorStays() {
        new Kubectl("default").run("create", "namespace", cluster);
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, ""));
        String uuid = installed.at("/cluster_id").asText();
        kubectl.run("patch", "service", "rollsite", "-p", "{\"metadata\":{\"finalizers\":[\"example.com/held\"]}}");

        String job = jobId(service.kubefate("cluster", "delete", uuid));

        Eventually.holds(
                "it says what holds it",
                LIMIT,
                () -> job(job).at("/states")
                        .toString()
                        .contains("Service/rollsite still exists; it waits for [example.com/held]"));
        assertThat(describe(installed).at("/status").asText()).isEqualTo("Deleting");

        kubectl.run("patch", "service", "rollsite", "-p", "{\"metadata\":{\"finalizers\":null}}");

        assertThat(ended(job).at("/status").asText()).isEqualTo("Success");
        assertThat(kubectl.names("deployments,services,configmaps"))
                .doesNotContain("Deployment/rollsite", "Service/rollsite")
                .noneMatch(name -> name.contains("rollsite"));
        assertThat(new Kubectl("default").run("get", "namespace", cluster).exitCode())
                .isZero();
    }

    @Test
    void claimsAreKeptAndNamedUnlessTheyArePurged() {
        String storage = """
                persistence: true
                nodemanager: {count: 1, storageClass: standard, size: 1Gi}
                mysql: {storageClass: standard, size: 1Gi}
                """;
        JsonNode installed = install(ClusterFile.party(folder, cluster, storage));

        String job = jobId(service.kubefate(
                "cluster", "delete", installed.at("/cluster_id").asText()));

        assertThat(ended(job).at("/status").asText()).isEqualTo("Success");
        JsonNode states = job(job).at("/states");
        assertThat(kubectl.names("persistentvolumeclaims"))
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(states.toString()).contains(claim + " and its data are kept"));

        JsonNode again = install(ClusterFile.party(folder, cluster, storage));
        String purge = jobId(
                service.kubefate("cluster", "delete", again.at("/cluster_id").asText(), "--purge"));

        assertThat(ended(purge).at("/status").asText()).isEqualTo("Success");
        assertThat(kubectl.names("persistentvolumeclaims")).isEmpty();
    }

    @Test
    void claimsThatStatefulSetsMadeAreKeptAndNamedUnlessTheyArePurged() {
        Path file = ClusterFile.example(folder, cluster, "party-9999/cluster-2.0.yaml");
        String uuid = install(file).at("/cluster_id").asText();
        assertSuccess(service.kubefate(
                "cluster", "update", "-f", replicas(file, 1).toString(), "--accept-data-loss", "--wait"));
        kubectl.apply(folder, """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data-dir-nodemanager-7}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);

        assertThat(service.kubefate("cluster", "delete", uuid, "--purge", "--dry-run")
                        .toString())
                .contains("PersistentVolumeClaim/data-dir-nodemanager-1 is deleted: its data are lost")
                .doesNotContain("data-dir-nodemanager-7");
        String job = jobId(service.kubefate("cluster", "delete", uuid));
        assertThat(ended(job).at("/status").asText()).isEqualTo("Success");
        assertThat(states(job(job)))
                .contains(
                        "PersistentVolumeClaim/data-dir-nodemanager-0 and its data are kept",
                        "PersistentVolumeClaim/data-dir-nodemanager-1 and its data are kept",
                        "PersistentVolumeClaim/data-mysql-0 and its data are kept");

        assertThat(service.kubefate("cluster", "plan", "-f", file.toString()).toString())
                .contains("PersistentVolumeClaim/data-mysql-0 is used again and keeps its data");
        String again = install(file).at("/cluster_id").asText();
        String purge = jobId(service.kubefate("cluster", "delete", again, "--purge"));

        assertThat(ended(purge).at("/status").asText()).isEqualTo("Success");
        assertThat(kubectl.names("persistentvolumeclaims"))
                .containsExactly("PersistentVolumeClaim/data-dir-nodemanager-7");
    }

    private static Path replicas(Path file, int replicas) {
        try {
            return Files.writeString(
                    file, Files.readString(file).replaceFirst("(?m)^  replicas: \\d+$", "  replicas: " + replicas));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
