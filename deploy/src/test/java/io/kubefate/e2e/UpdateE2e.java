package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing a cluster that runs: only what changed is touched, and what does not become ready is undone. */
class UpdateE2e extends Scenario {

    private static final String ONE_NODE = "nodemanager: {count: 1}\n";
    private static final String TWO_NODES = "nodemanager: {count: 2}\n";

    @Test
    void scalesNodemanagersUpAndDown() {
        install(ClusterFile.party(folder, cluster, ONE_NODE));
        List<String> pods = podIds();

        assertSuccess(update(ClusterFile.party(folder, cluster, TWO_NODES)));
        assertThat(kubectl.names("deployments")).contains("Deployment/nodemanager-0", "Deployment/nodemanager-1");
        assertThat(podIds()).as("nothing restarts").containsAll(pods);

        Path one = ClusterFile.party(folder, cluster, ONE_NODE);
        Command.Result refused = service.kubefate("cluster", "update", "-f", one.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("data lost: Deployment/nodemanager-1: its pods are deleted", "--accept-data-loss");

        assertSuccess(service.kubefate("cluster", "update", "-f", one.toString(), "--accept-data-loss", "--wait"));
        assertThat(kubectl.names("deployments,services,configmaps"))
                .contains("Deployment/nodemanager-0")
                .noneMatch(name -> name.contains("nodemanager-1"));
    }

    @Test
    void aChangedRouteRestartsThePodThatReadsItAndTouchesNothingElse() {
        install(ClusterFile.exchange(folder, cluster, route("10.0.0.1")));
        JsonNode service = kubectl.items("services").get(0);
        List<String> pods = podIds();

        assertSuccess(update(ClusterFile.exchange(folder, cluster, route("10.0.0.2"))));

        assertThat(kubectl.run("get", "configmaps", "-o", "yaml").out()).contains("10.0.0.2");
        assertThat(podIds()).hasSize(1).doesNotContainAnyElementsOf(pods);
        assertThat(kubectl.items("services").get(0).at("/metadata/resourceVersion"))
                .isEqualTo(service.at("/metadata/resourceVersion"));
    }

    @Test
    void aModuleThatIsWantedNoMoreIsRemoved() {
        install(ClusterFile.party(folder, cluster, ONE_NODE));

        Path exchange = ClusterFile.exchange(folder, cluster, "");
        assertSuccess(service.kubefate("cluster", "update", "-f", exchange.toString(), "--accept-data-loss", "--wait"));

        assertThat(kubectl.names("deployments,services,ingresses"))
                .containsExactlyInAnyOrder("Deployment/rollsite", "Service/rollsite");
    }

    @Test
    void anImageThatCannotBePulledIsRolledBack() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, route("10.0.0.1")));
        Path broken = ClusterFile.exchange(folder, cluster, route("10.0.0.2") + noImage());

        Command.Result update =
                service.kubefate("cluster", "update", "-f", broken.toString(), "--timeout", "25s", "--wait");

        assertThat(update.exitCode()).as(update.toString()).isEqualTo(1);
        JsonNode job = job(jobId(update));
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Rollback");
        assertThat(job.at("/method").asText()).isEqualTo("ClusterUpdate");
        assertThat(states(job))
                .anyMatch(state -> state.contains("registry.invalid"))
                .anyMatch(state -> state.startsWith("update failed, rolling back to revision 1: time limit"))
                .contains("revision 1 is ready again", "Cluster run rollback Success");
        assertIsAsInstalled(installed);
        assertThat(kubectl.run("get", "configmaps", "-o", "yaml").out()).contains("10.0.0.1");
    }

    /** Kubernetes does not replace such a pod of a StatefulSet by itself. */
    @Test
    void anImageOfAStatefulSetThatCannotBePulledIsRolledBack() {
        String database = "modules: [mysql]\npersistence: true\n";
        JsonNode installed = install(ClusterFile.ofRelease(folder, cluster, "v1.11.2", database));
        Path broken = ClusterFile.ofRelease(folder, cluster, "v1.11.2", database + noImage());

        Command.Result update =
                service.kubefate("cluster", "update", "-f", broken.toString(), "--timeout", "25s", "--wait");

        JsonNode job = job(jobId(update));
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Rollback");
        assertThat(states(job))
                .contains("revision 1 is ready again")
                .contains(
                        "Pod/mysql-0 of the former revision was not ready; deleted it, so that Kubernetes replaces it");
        assertThat(describe(installed).at("/status").asText()).isEqualTo("Running");
    }

    @Test
    void aStoppedUpdateIsUndoneAndASecondOneIsRefusedMeanwhile() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, ""));
        Path broken = ClusterFile.exchange(folder, cluster, noImage());
        String job = jobId(service.kubefate("cluster", "update", "-f", broken.toString()));

        Command.Result second = service.kubefate("cluster", "update", "-f", broken.toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains(job);
        assertThat(describe(installed).at("/status").asText()).isEqualTo("Updating");

        Eventually.holds("it is applied", LIMIT, () -> image().contains("registry.invalid"));
        assertThat(service.kubefate("job", "stop", job).exitCode()).isZero();

        assertThat(ended(job).at("/status").asText()).isEqualTo("Canceled");
        assertIsAsInstalled(installed);
    }

    @Test
    void theServiceIsKilledInTheMiddleOfAnUpdate() {
        JsonNode installed = install(ClusterFile.party(folder, cluster, ONE_NODE));
        Path file = ClusterFile.party(folder, cluster, TWO_NODES + "rollsite: {type: ClusterIP}\n");
        String job = jobId(service.kubefate("cluster", "update", "-f", file.toString()));
        Eventually.holds(
                "it began to apply",
                LIMIT,
                () -> kubectl.names("configmaps").stream().anyMatch(name -> name.contains("nodemanager-1")));

        restart();

        assertThat(ended(job).at("/status").asText()).isEqualTo("Success");
        assertThat(states(job(job))).doesNotHaveDuplicates();
        assertThat(kubectl.names("deployments")).contains("Deployment/nodemanager-1");
        assertThat(describe(installed).at("/revision").asInt()).isEqualTo(2);
    }

    @Test
    void theServiceIsKilledWhileItRollsBack() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, ""));
        Path broken = ClusterFile.exchange(folder, cluster, noImage());
        String job = jobId(service.kubefate("cluster", "update", "-f", broken.toString(), "--timeout", "5s"));
        Eventually.holds(
                "it rolls back", LIMIT, () -> job(job).at("/states").toString().contains("rolling back"));

        restart();

        assertThat(ended(job).at("/status").asText()).isEqualTo("Rollback");
        assertThat(states(job(job))).doesNotHaveDuplicates();
        assertIsAsInstalled(installed);
    }

    @Test
    void aPlanTellsByItsExitCodeWhetherAnythingChanges() {
        Path file = ClusterFile.exchange(folder, cluster, route("10.0.0.1"));
        Command.Result before = plan(file);
        assertThat(before.exitCode()).as(before.toString()).isEqualTo(2);
        assertThat(before.out()).contains("+ create Deployment/rollsite", cluster + " will be created");
        install(file);
        JsonNode jobs = jobs();

        assertThat(plan(file))
                .satisfies(
                        plan -> assertThat(plan.exitCode()).as(plan.toString()).isZero());

        Command.Result changed = plan(ClusterFile.exchange(folder, cluster, route("10.0.0.2")));
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.out())
                .contains(
                        "~ update ConfigMap/rollsite-config", "10.0.0.1", "10.0.0.2", "@ restart Deployment/rollsite");
        assertThat(service.kubefate("cluster", "update", "-f", file.toString(), "--dry-run")
                        .exitCode())
                .isEqualTo(2);

        assertThat(plan(folder.resolve("absent.yaml")).exitCode()).isEqualTo(1);
        assertThat(jobs()).isEqualTo(jobs);
    }

    @Test
    void anUnchangedFileIsRefused() {
        Path file = ClusterFile.exchange(folder, cluster, "");
        install(file);

        Command.Result refused = service.kubefate("cluster", "update", "-f", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("the configuration file did not change");
    }

    @Test
    void storageThatCannotBeChangedIsRefusedUnlessItIsToBeReplaced() {
        install(ClusterFile.party(folder, cluster, storage("2Gi")));
        List<String> volumes = volumes();

        for (String size : List.of("1Gi", "3Gi")) {
            Path other = ClusterFile.party(folder, cluster, storage(size));
            Command.Result refused = service.kubefate("cluster", "update", "-f", other.toString());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("PersistentVolumeClaim/mysql-data: it cannot be changed in place", "--recreate");
            assertThat(plan(other).exitCode()).isEqualTo(1);
        }
        assertThat(volumes()).isEqualTo(volumes);

        Path smaller = ClusterFile.party(folder, cluster, storage("1Gi"));
        assertSuccess(service.kubefate("cluster", "update", "-f", smaller.toString(), "--recreate", "--wait"));
        assertThat(volumes()).hasSize(2).doesNotContainAnyElementsOf(volumes);
        assertThat(kubectl.items("persistentvolumeclaims"))
                .allMatch(claim ->
                        claim.at("/spec/resources/requests/storage").asText().equals("1Gi"));
    }

    @Test
    void aStorageClassThatDoesNotExistIsCorrectedWithoutLosingData() {
        Path wrong = ClusterFile.database(folder, cluster, "mysql: {storageClass: absent}\n");
        service.kubefate("cluster", "install", "-f", wrong.toString(), "--force", "--wait", "--timeout", "15s");
        Path right = ClusterFile.database(folder, cluster, "mysql: {storageClass: standard}\n");

        assertThat(plan(right).out())
                .contains("spec.storageClassName absent -> standard", "it has no volume yet, so no data are lost");
        assertSuccess(update(right));

        assertThat(kubectl.items("persistentvolumeclaims"))
                .allMatch(claim -> claim.at("/spec/storageClassName").asText().equals("standard"));
    }

    @Test
    void aNewPasswordOfDataInAClaimIsAWarning() {
        install(ClusterFile.database(folder, cluster, "mysql: {password: first}\n"));
        Path changed = ClusterFile.database(folder, cluster, "mysql: {password: second}\n");

        assertThat(plan(changed).out())
                .contains(
                        "warning: Deployment/mysql: MYSQL_PASSWORD changes, but the data in claim mysql-data",
                        "ALTER USER");
        assertThat(update(changed).err()).contains("MYSQL_PASSWORD changes");
    }

    @Test
    void replicasAreLeftToAnAutoscaler() {
        install(ClusterFile.exchange(folder, cluster, route("10.0.0.1")));
        kubectl.run("autoscale", "deployment", "rollsite", "--min=2", "--max=3", "--cpu-percent=80");
        kubectl.run("scale", "deployment", "rollsite", "--replicas=2");

        Command.Result update = update(ClusterFile.exchange(folder, cluster, route("10.0.0.2")));

        assertSuccess(update);
        assertThat(update.err()).contains("is left to HorizontalPodAutoscaler/rollsite, which sets 2 to 3");
        assertThat(kubectl.items("deployments").get(0).at("/spec/replicas").asInt())
                .isEqualTo(2);
    }

    @Test
    void goesBackToAnEarlierRevision() {
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, route("10.0.0.1")));
        String id = installed.at("/cluster_id").asText();
        assertSuccess(update(ClusterFile.exchange(folder, cluster, route("10.0.0.2"))));
        Command.Result diff = service.kubefate("cluster", "diff", id, "1", "2");
        assertThat(diff.out())
                .contains("rollsite.partyList[0].partyIp: 10.0.0.1 -> 10.0.0.2", "ConfigMap/rollsite-config");

        assertSuccess(service.kubefate("cluster", "rollback", id, "1", "--wait"));

        assertThat(kubectl.run("get", "configmaps", "-o", "yaml").out()).contains("10.0.0.1");
        assertThat(describe(installed).at("/revision").asInt()).isEqualTo(3);
        JsonNode history = json(service.kubefate("cluster", "history", id, "-o", "json"));
        assertThat(history).hasSize(3).allMatch(revision -> revision.at("/good").asBoolean());
        assertThat(history.at("/2/restored").asInt()).isEqualTo(1);
    }

    private Command.Result update(Path file) {
        return service.kubefate("cluster", "update", "-f", file.toString(), "--wait");
    }

    private Command.Result plan(Path file) {
        return service.kubefate("cluster", "plan", "-f", file.toString());
    }

    private void assertIsAsInstalled(JsonNode installed) {
        JsonNode described = describe(installed);
        assertThat(described.at("/status").asText()).isEqualTo("Running");
        assertThat(described.at("/revision").asInt()).isEqualTo(1);
        assertThat(image()).doesNotContain("registry.invalid");
    }

    private void restart() {
        service.kill();
        service.start();
    }

    private String image() {
        return kubectl.items("deployments")
                .get(0)
                .at("/spec/template/spec/containers/0/image")
                .asText();
    }

    private List<String> podIds() {
        return kubectl.items("pods").stream()
                .filter(pod -> pod.at("/metadata/deletionTimestamp").isMissingNode())
                .map(pod -> pod.at("/metadata/uid").asText())
                .toList();
    }

    private List<String> volumes() {
        List<String> names = new ArrayList<>();
        kubectl.items("persistentvolumeclaims")
                .forEach(claim -> names.add(claim.at("/spec/volumeName").asText()));
        return names;
    }

    /** {@return a setting by which images have names that are on no node, and are not to be fetched} */
    private String noImage() {
        return "pullPolicy: Never\nregistry: registry.invalid/" + cluster + "\n";
    }

    private static String route(String ip) {
        return "rollsite: {partyList: [{partyId: 10000, partyIp: " + ip + ", partyPort: 30010}]}\n";
    }

    private static String storage(String size) {
        return """
            persistence: true
            nodemanager: {count: 1, storageClass: standard, size: %s}
            mysql: {storageClass: standard, size: %s}
            """.formatted(size, size);
    }
}
