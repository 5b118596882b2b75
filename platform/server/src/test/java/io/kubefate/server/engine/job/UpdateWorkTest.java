package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.manifest.Checksums;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateWorkTest extends InstalledClusterScenario {

    @Test
    void appliesOnlyWhatChanged() {
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:1", "b:2"), JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(revisionOf("module-1")).isEqualTo("2");
        assertThat(revisionOf("module-0")).isEqualTo("1");
        assertThat(bench.states(update))
                .containsExactly(
                        "update job status to Running",
                        "apply revision 2: Deployment/module-1 update, 3 objects unchanged",
                        "apply revision 2 Success",
                        "Cluster update Success");
        assertThat(cluster().status()).isEqualTo(ClusterStatus.Running);
        assertThat(cluster().revision()).isEqualTo(2);
        assertThat(cluster().spec().value()).isEqualTo("name: y");
    }

    @Test
    void restartsThePodsThatReadAChangedConfigMap() {
        List<Manifest> objects = new ArrayList<>(JobBench.objects(NAME, "a:1", "b:1"));
        objects.set(0, JobBench.settings(NAME, "other"));
        Object before = checksum("module-0");

        JobRecord update = bench.update(install, objects, JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(checksum("module-0")).isNotEqualTo(before);
        assertThat(bench.states(update))
                .anyMatch(state ->
                        state.contains("ConfigMap/settings update") && state.contains("Deployment/module-0 restart"));
    }

    @Test
    void removesWhatIsWantedNoMoreButKeepsItsClaims() {
        List<Manifest> objects = JobBench.objects(NAME, "a:1").stream()
                .filter(object -> !object.ref().isClaim())
                .toList();

        JobRecord update = bench.update(install, objects, JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(live())
                .extracting(object -> object.ref().toString())
                .containsExactly("ConfigMap/settings", "PersistentVolumeClaim/data", "Deployment/module-0");
    }

    @Test
    void removesClaimsOnlyWhenTheNewRevisionIsReady() {
        List<Manifest> objects = JobBench.objects(NAME, "a:2").stream()
                .filter(object -> !object.ref().isClaim())
                .toList();
        kubernetes.failImage("a:2");
        assertThat(bench.overdue(bench.purge(install, objects, JobBench.SHORT)).status())
                .isEqualTo(JobStatus.Rollback);
        assertThat(find("PersistentVolumeClaim", "data")).isNotNull();

        kubernetes.repairImage("a:2");
        assertThat(bench.ended(bench.purge(install, objects, JobBench.LIMIT)).status())
                .isEqualTo(JobStatus.Success);
        assertThat(live()).noneMatch(object -> object.ref().isClaim());
    }

    @Test
    void servicesSwapTheirNodePorts() {
        bench.ended(bench.update(install, withServices(31701, 31702), JobBench.LIMIT));

        JobRecord update = bench.update(install, withServices(31702, 31701), JobBench.LIMIT);

        assertThat(bench.ended(update).status()).as("%s", bench.states(update)).isEqualTo(JobStatus.Success);
        List<ObjectRef> services =
                List.of(new ObjectRef("v1", "Service", NAME, "board"), new ObjectRef("v1", "Service", NAME, "party"));
        assertThat(kubernetes.find(services)).extracting(NodePorts::of).containsExactly(Set.of(31702), Set.of(31701));
    }

    private static List<Manifest> withServices(int board, int party) {
        List<Manifest> objects = new ArrayList<>(JobBench.objects(NAME, "a:1"));
        objects.add(Manifests.service(NAME, "board", 8080, board));
        objects.add(Manifests.service(NAME, "party", 9370, party));
        return objects;
    }

    @Test
    void goesBackToTheGoodRevisionAtTheTimeLimit() {
        kubernetes.failImage("b:2");
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:1", "b:2", "c:1"), JobBench.SHORT);

        assertThat(bench.overdue(update).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(update))
                .anyMatch(state -> state.startsWith("module-1 is not ready: ") && state.contains("b:2"))
                .anyMatch(state -> state.startsWith("update failed, rolling back to revision 1: time limit"))
                .contains("revision 1 is ready again", "Cluster run rollback Success");
        assertThat(image("module-1")).isEqualTo("b:1");
        assertThat(live()).hasSize(4);
        assertThat(cluster().status()).isEqualTo(ClusterStatus.Running);
        assertThat(cluster().revision()).isEqualTo(1);
        assertThat(cluster().spec().value()).isEqualTo("name: x");
    }

    @Test
    void goesBackToTheGoodRevisionWhenItIsStopped() {
        kubernetes.failImage("b:2");
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:1", "b:2"), JobBench.LIMIT);
        JobBench.until("it is applied", () -> image("module-1").equals("b:2"));

        bench.jobs.requestStop(update.uuid(), Instant.now());

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(update))
                .contains("job stopped, rolling back to revision 1", "revision 1 is ready again");
        assertThat(image("module-1")).isEqualTo("b:1");
        assertThat(cluster().status()).isEqualTo(ClusterStatus.Running);
    }

    @Test
    void touchesNothingWhenKubernetesRefusesAPart() {
        List<Manifest> objects = new ArrayList<>(JobBench.objects(NAME, "a:2", "b:1"));
        objects.set(1, grown(objects.get(1)));

        JobRecord update = bench.update(install, objects, JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(update))
                .anyMatch(state -> state.contains("PersistentVolumeClaim/data: it cannot be changed in place"));
        assertThat(revisionOf("module-0")).isEqualTo("1");
    }

    @Test
    void failsOnceWhenEvenTheWayBackIsRefused() {
        Manifest foreign = foreign(JobBench.settings(NAME, "foreign"));
        kubernetes.find(List.of(foreign.ref())).forEach(kubernetes::delete);
        kubernetes.apply(foreign);

        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2", "b:1"), JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(update).stream().filter(state -> state.contains("rolling back")))
                .hasSize(1);
        assertThat(cluster().status()).isEqualTo(ClusterStatus.Unavailable);
        assertThat(cluster().revision()).isEqualTo(1);
    }

    @Test
    void makesTheNamespaceAgainThatSomebodyRemoved() {
        runner.close();
        FaultySandbox other = new FaultySandbox(Duration.ofMillis(50));
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.LIMIT);

        runner = bench.start(other);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        other.close();
    }

    @Test
    void replacesAClaimAndThePodsThatUseItIfAskedTo() {
        List<Manifest> objects = new ArrayList<>(JobBench.objects(NAME, "a:1", "b:1"));
        objects.set(1, grown(objects.get(1)));
        Object before = uid("module-0");

        JobRecord update = bench.recreate(install, objects, JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(uid("module-0")).isNotEqualTo(before);
        assertThat(find("PersistentVolumeClaim", "data").spec()).containsEntry("size", "2Gi");
    }

    @Test
    void aSecondJobIsRefusedWithTheIdOfTheFirst() {
        kubernetes.failImage("b:2");
        JobRecord first = bench.update(install, JobBench.objects(NAME, "a:1", "b:2"), JobBench.LIMIT);

        assertThatThrownBy(() -> bench.update(install, JobBench.objects(NAME, "a:1"), JobBench.LIMIT))
                .hasMessageContaining(first.uuid());
    }

    /** An update of one object and the removal of another makes some ten calls; the process dies at each of them once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void goesOnAfterTheProcessDiedAtAnyCall(int callsToLive) {
        runner.close();
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.LIMIT);
        bench.dieAfter(callsToLive, kubernetes, update);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(update)).doesNotHaveDuplicates();
        assertThat(image("module-0")).isEqualTo("a:2");
        assertThat(live()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void goesOnGoingBackAfterTheProcessDiedAtAnyCall(int callsToLive) {
        kubernetes.failImage("a:2");
        runner.close();
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.SHORT);
        bench.dieAfterOverdue(callsToLive, kubernetes, update);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(update)).doesNotHaveDuplicates();
        assertThat(image("module-0")).isEqualTo("a:1");
        assertThat(live()).hasSize(4);
    }

    private static Manifest foreign(Manifest object) {
        return object.withAnnotation("meta.helm.sh/release-name", "old");
    }

    private static Manifest grown(Manifest claim) {
        Map<String, Object> content = new LinkedHashMap<>(claim.content());
        content.put("spec", Map.of("size", "2Gi"));
        return new Manifest(content);
    }

    private ClusterRecord cluster() {
        return bench.clusters.find(install.clusterUuid()).orElseThrow();
    }

    private String image(String deployment) {
        Map<String, Object> template =
                Manifest.map(find("Deployment", deployment).spec(), "template");
        List<?> containers = (List<?>) Manifest.map(template, "spec").get("containers");
        return String.valueOf(((Map<?, ?>) containers.get(0)).get("image"));
    }

    private Object checksum(String deployment) {
        Map<String, Object> template =
                Manifest.map(find("Deployment", deployment).spec(), "template");
        return Manifest.map(Manifest.map(template, "metadata"), "annotations").get(Checksums.ANNOTATION);
    }

    private Object uid(String deployment) {
        return find("Deployment", deployment).metadata().get("uid");
    }

    private String revisionOf(String deployment) {
        return find("Deployment", deployment).annotation(Ownership.REVISION);
    }

    private Manifest find(String kind, String name) {
        return live().stream()
                .filter(object -> object.ref().toString().equals(kind + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    private List<Manifest> live() {
        List<ObjectRef> refs = JobBench.objects(NAME, "a:1", "b:1", "c:1").stream()
                .map(Manifest::ref)
                .toList();
        return kubernetes.find(refs);
    }
}
