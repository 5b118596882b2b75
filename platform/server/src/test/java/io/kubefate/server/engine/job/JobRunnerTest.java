package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRunnerTest {

    private static final String NAME = "fate-9999";

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(10));
    private JobBench bench;
    private JobRunner runner;

    @BeforeEach
    void open() {
        bench = new JobBench();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        kubernetes.close();
    }

    @Test
    void installsWhatTheRevisionWantsAndMarksItAsTheClusters() {
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1", "b:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(live()).hasSize(4).allSatisfy(object -> {
            assertThat(object.label(Ownership.CLUSTER)).isEqualTo(job.clusterUuid());
            assertThat(object.annotation(Ownership.OWNER)).isEqualTo(NAME + "@" + NAME);
            assertThat(object.annotation(Ownership.REVISION)).isEqualTo("1");
        });
        assertThat(bench.states(job))
                .contains("create namespace fate-9999 Success", "helm install Success", "job run Success");
        assertThat(bench.record(job).progress().modules())
                .extracting(ModuleProgress::name, ModuleProgress::ready)
                .containsExactly(tuple("module-0", true), tuple("module-1", true));
        assertThat(cluster(job)).isEqualTo(ClusterStatus.Running);
    }

    @Test
    void tellsWhyAModuleIsNotReadyAndGoesOnWhenItIs() {
        kubernetes.failImage("b:1");
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1", "b:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);

        JobBench.until("the reason is told", () -> !codes(job).isEmpty());
        assertThat(bench.status(job)).isEqualTo(JobStatus.Running);
        kubernetes.repairImage("b:1");

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.record(job).progress().open()).isEmpty();
        assertThat(bench.record(job).progress().resolved())
                .extracting(StoredProblem::module, StoredProblem::code)
                .containsExactly(tuple("module-1", "IMAGE_PULL"));
        assertThat(bench.states(job)).containsSubsequence("module-1: problem resolved: IMAGE_PULL", "job run Success");
    }

    @Test
    void failsAtTheTimeLimitWithTheReasonsAndKeepsWhatItMade() {
        kubernetes.failImage("a:1");
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, false, false, JobBench.SHORT));
        runner = bench.start(kubernetes);

        assertThat(bench.overdue(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(codes(job)).containsExactly("IMAGE_PULL");
        assertThat(bench.states(job))
                .anyMatch(state -> state.contains("time limit"))
                .contains(
                        "created objects are kept: ConfigMap/settings, PersistentVolumeClaim/data, Deployment/module-0;"
                                + " delete them with: kubefate cluster delete " + job.clusterUuid()
                                + ", which keeps claims and their data unless you add --purge; namespace " + NAME
                                + " stays, too");
        assertThat(live()).hasSize(3);
        assertThat(cluster(job)).isEqualTo(ClusterStatus.Failed);
    }

    @Test
    void looksAgainAtTheTimeLimitBecauseAWatchCanLagBehind() {
        kubernetes.failImage("a:1");
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, false, false, JobBench.SHORT));
        runner = bench.start(ChangedKubernetes.unwatched(kubernetes));
        JobBench.until("the job waits", () -> isWaiting(job));
        JobBench.until(
                "the image has failed",
                () -> health(job).workloads().stream()
                        .anyMatch(workload -> !workload.reasons().isEmpty()));
        bench.pass(JobBench.SHORT);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(codes(job)).containsExactly("IMAGE_PULL");
    }

    @Test
    void anInterruptedRequestIsNoFailureOfKubernetes() {
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        AtomicBoolean interrupted = new AtomicBoolean();
        runner = bench.start(ChangedKubernetes.before(kubernetes, "createNamespace", () -> {
            if (!interrupted.getAndSet(true)) {
                Thread.currentThread().interrupt();
                throw new KubernetesException(KubernetesException.Kind.UNAVAILABLE, "interrupted");
            }
        }));

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).noneMatch(state -> state.contains("interrupted"));
    }

    @Test
    void succeedsIfTheLastLookAtTheTimeLimitFindsAllReady() {
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, false, false, JobBench.SHORT));
        runner = bench.start(ChangedKubernetes.unwatched(kubernetes));
        JobBench.until("the job waits", () -> isWaiting(job));
        JobBench.until("all is ready", () -> health(job).workloads().stream().allMatch(WorkloadHealth::ready));
        bench.pass(JobBench.SHORT);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
    }

    @Test
    void removesWhatItMadeIfAskedTo() {
        kubernetes.failImage("a:1");
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, false, true, JobBench.SHORT));
        runner = bench.start(kubernetes);

        assertThat(bench.overdue(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(live()).isEmpty();
        assertThat(bench.clusters.find(job.clusterUuid())).isEmpty();
    }

    @Test
    void undoesAnInstallThatIsStopped() {
        kubernetes.failImage("a:1");
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        JobBench.until("the objects are made", () -> live().size() == 3);

        bench.jobs.requestStop(job.uuid(), Instant.now());

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Canceled);
        assertThat(live()).isEmpty();
    }

    @Test
    void showsEveryWorkloadBeforeKubernetesHasIt() {
        kubernetes.unavailable(true);
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1", "b:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);

        JobBench.until(
                "the workloads are shown",
                () -> !bench.record(job).progress().modules().isEmpty());

        assertThat(bench.record(job).progress().modules())
                .extracting(ModuleProgress::name, ModuleProgress::ready, ModuleProgress::state)
                .containsExactly(tuple("module-0", false, "Unknown"), tuple("module-1", false, "Unknown"));
    }

    @Test
    void deleteOfAClusterUndoesItsInstallAndThenDeletesIt() {
        kubernetes.failImage("a:1");
        JobRecord install = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        JobBench.until("the objects are made", () -> live().size() == 3);

        JobRecord delete = bench.delete(install.clusterUuid(), false);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.status(install)).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(install)).endsWith("job stopped");
        assertThat(bench.states(delete)).endsWith("uninstall Success");
        assertThat(live()).isEmpty();
        assertThat(bench.clusters.find(install.clusterUuid())).isEmpty();
    }

    @Test
    void deleteOfAClusterWhoseInstallHasNotBegunDeletesIt() {
        JobRecord install = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        JobRecord delete = bench.delete(install.clusterUuid(), false);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.status(install)).isEqualTo(JobStatus.Canceled);
        assertThat(bench.clusters.find(install.clusterUuid())).isEmpty();
    }

    @Test
    void deleteOfAClusterDoesNotWaitUntilAnUpdateHasReturned() {
        JobRecord install = installed();
        kubernetes.failImage("a:2");
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.LIMIT);
        JobBench.until(
                "the update waits",
                () -> !bench.record(update).progress().open().isEmpty());

        JobRecord delete = bench.delete(install.clusterUuid(), true);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.status(update)).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(update)).endsWith("Cluster delete");
        assertThat(live()).isEmpty();
    }

    @Test
    void deleteOfAClusterEndsAReturnThatIsNotReady() {
        JobRecord install = installed();
        kubernetes.failImage("a:1");
        kubernetes.failImage("a:2");
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.LIMIT);
        JobBench.until(
                "the update waits",
                () -> !bench.record(update).progress().open().isEmpty());
        bench.jobs.requestStop(update.uuid(), Instant.now());
        JobBench.until(
                "the update returns",
                () -> bench.states(update).stream().anyMatch(state -> state.contains("rolling back")));

        JobRecord delete = bench.delete(install.clusterUuid(), true);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.status(update)).isEqualTo(JobStatus.Canceled);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void deletesAfterTheProcessDiedWhileItUndidTheInstall(int callsToLive) {
        JobRecord install = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        JobRecord delete = bench.delete(install.clusterUuid(), false);
        bench.dieAfter(callsToLive, kubernetes, install);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(live()).isEmpty();
    }

    @Test
    void removesTheHelmReleaseThatItReplaces() {
        foreignSettings();
        Manifest record = helmRecord("old", "Service/left", "ConfigMap/settings", "PersistentVolumeClaim/kept");
        Manifest other = helmRecord("other");
        kubernetes.apply(ofRelease("Service", "left"));
        kubernetes.apply(ofRelease("PersistentVolumeClaim", "kept"));
        kubernetes.apply(record);
        kubernetes.apply(other);

        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, true, false, JobBench.LIMIT));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(kubernetes.find(List.of(record.ref(), other.ref())))
                .extracting(Manifest::ref)
                .containsExactly(other.ref());
        assertThat(kubernetes.find(List.of(
                        ofRelease("Service", "left").ref(),
                        ofRelease("PersistentVolumeClaim", "kept").ref())))
                .extracting(Manifest::kind)
                .containsExactly("PersistentVolumeClaim");
    }

    @Test
    void removesTheRecordOfAHelmReleaseWithoutObjects() {
        kubernetes.createNamespace(NAME);
        Manifest record = helmRecord(NAME);
        kubernetes.apply(record);

        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, true, false, JobBench.LIMIT));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(kubernetes.find(List.of(record.ref()))).isEmpty();
    }

    @Test
    void leavesAloneWhatBelongsToSomebodyElse() {
        Manifest foreign = foreignSettings();
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job))
                .anyMatch(state -> state.contains("ConfigMap/settings") && state.contains("Helm release old"));
        assertThat(live())
                .hasSize(1)
                .first()
                .satisfies(object -> assertThat(object.content().get("data"))
                        .isEqualTo(foreign.content().get("data")));
    }

    @Test
    void replacesWhatBelongsToSomebodyElseIfAskedTo() {
        foreignSettings();
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, true, false, JobBench.LIMIT));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(live())
                .allSatisfy(
                        object -> assertThat(object.label(Ownership.CLUSTER)).isEqualTo(job.clusterUuid()));
    }

    @Test
    void takesOverAForeignClaimWithItsDataIfAskedTo() {
        kubernetes.createNamespace(NAME);
        kubernetes.apply(JobBench.objects(NAME, "a:1").get(1).withAnnotation("meta.helm.sh/release-name", "old"));
        Object uid = live().get(0).metadata().get("uid");

        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, true, false, JobBench.LIMIT));
        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).contains("overwrite current installation");
        assertThat(live())
                .filteredOn(object -> object.ref().isClaim())
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.metadata()).containsEntry("uid", uid);
                    assertThat(claim.label(Ownership.CLUSTER)).isEqualTo(job.clusterUuid());
                });
    }

    @Test
    void deletesEverythingButClaims() {
        JobRecord install = installed();

        JobRecord delete = bench.delete(install.clusterUuid(), false);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(live()).extracting(Manifest::kind).containsExactly("PersistentVolumeClaim");
        assertThat(bench.states(delete)).contains("PersistentVolumeClaim/data and its data are kept");
        assertThat(bench.clusters.find(install.clusterUuid())).isEmpty();
    }

    @Test
    void deletesClaimsTooIfAskedTo() {
        JobRecord install = installed();

        assertThat(bench.ended(bench.delete(install.clusterUuid(), true)).status())
                .isEqualTo(JobStatus.Success);
        assertThat(live()).isEmpty();
    }

    @Test
    void givesTheClaimOfADeletedClusterToTheNextOfItsName() {
        JobRecord first = installed();
        bench.ended(bench.delete(first.clusterUuid(), false));

        JobRecord second = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));

        assertThat(bench.ended(second).status()).isEqualTo(JobStatus.Success);
    }

    @Test
    void waitsForAKubernetesThatDoesNotAnswer() {
        kubernetes.unavailable(true);
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        JobBench.until(
                "it is told", () -> bench.states(job).stream().anyMatch(state -> state.contains("does not answer")));

        kubernetes.unavailable(false);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).contains("Kubernetes answers again");
    }

    @Test
    void waitsForWhatKubernetesSaysIsNotPossibleYet() {
        kubernetes.defect(new KubernetesException(KubernetesException.Kind.TRANSIENT, "namespace a is being deleted"));
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        String postponed = "not possible at the moment, trying again: namespace a is being deleted";
        JobBench.until("it is told", () -> bench.states(job).contains(postponed));

        kubernetes.unavailable(false);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).noneMatch(state -> state.contains("Kubernetes does not answer"));
    }

    /** An install of four objects makes some fourteen calls; the process dies at each of them once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void goesOnAfterTheProcessDiedAtAnyCall(int callsToLive) {
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1", "b:1"), JobBench.Ask.of(NAME));
        bench.dieAfter(callsToLive, kubernetes, job);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).doesNotHaveDuplicates();
        assertThat(live()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void goesOnDeletingAfterTheProcessDiedAtAnyCall(int callsToLive) {
        JobRecord install = installed();
        runner.close();
        JobRecord delete = bench.delete(install.clusterUuid(), true);
        bench.dieAfter(callsToLive, kubernetes, delete);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(live()).isEmpty();
    }

    @Test
    void carriesOutJobsOfDifferentClustersAtTheSameTime() {
        kubernetes.failImage("never:1");
        JobRecord stuck = bench.install(JobBench.objects("stuck", "never:1"), JobBench.Ask.of("stuck"));
        runner = bench.start(kubernetes);
        JobBench.until("the first waits", () -> bench.status(stuck) == JobStatus.Running);

        JobRecord other = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));

        assertThat(bench.ended(other).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.status(stuck)).isEqualTo(JobStatus.Running);
    }

    private boolean isWaiting(JobRecord job) {
        return bench.record(job).state().phase() == JobPhase.WAITING;
    }

    private ClusterHealth health(JobRecord job) {
        return kubernetes.observe(NAME, job.clusterUuid());
    }

    private List<String> codes(JobRecord job) {
        return bench.record(job).progress().open().stream()
                .map(StoredProblem::code)
                .filter("IMAGE_PULL"::equals)
                .toList();
    }

    private JobRecord installed() {
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        bench.ended(job);
        return job;
    }

    /** Returns the record of a release, with objects named like {@code Service/left}. */
    private static Manifest helmRecord(String release, String... objects) {
        List<Manifest> listed = Stream.of(objects)
                .map(object -> object.split("/"))
                .map(object -> ofRelease(object[0], object[1]))
                .toList();
        return HelmStorage.of(NAME, release).objects(listed).record();
    }

    private static Manifest ofRelease(String kind, String name) {
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                kind,
                "metadata",
                Map.of("name", name, "namespace", NAME, "annotations", Map.of("meta.helm.sh/release-name", "old"))));
    }

    private Manifest foreignSettings() {
        kubernetes.createNamespace(NAME);
        Manifest foreign = new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of(
                        "name",
                        "settings",
                        "namespace",
                        NAME,
                        "annotations",
                        Map.of("meta.helm.sh/release-name", "old")),
                "data",
                Map.of("foreign", "yes")));
        kubernetes.apply(foreign);
        return foreign;
    }

    private ClusterStatus cluster(JobRecord job) {
        return bench.clusters.find(job.clusterUuid()).orElseThrow().status();
    }

    private List<Manifest> live() {
        List<ObjectRef> refs =
                JobBench.objects(NAME, "a:1", "b:1").stream().map(Manifest::ref).toList();
        return kubernetes.find(refs);
    }
}
