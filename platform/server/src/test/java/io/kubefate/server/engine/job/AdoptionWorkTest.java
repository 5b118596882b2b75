package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Helm release is taken over, or stays as it is: the process may die at any call. */
class AdoptionWorkTest {

    private static final String NAME = "fate-9999";
    private static final ObjectRef LEFT = new ObjectRef("v1", "ConfigMap", NAME, "left");

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(10));
    private List<Manifest> ofHelm;
    private Manifest record;
    private JobBench bench;

    @BeforeEach
    void installWithHelm() {
        bench = new JobBench();
        kubernetes.createNamespace(NAME);
        ofHelm = new ArrayList<>(JobBench.objects(NAME, "a:0"));
        ofHelm.add(Manifests.configMap(NAME, LEFT.name(), "x"));
        record = HelmStorage.of(NAME, NAME).objects(ofHelm).record();
        ofHelm.forEach(object -> kubernetes.apply(HelmRelease.mark(object, NAME)));
        kubernetes.apply(record);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        kubernetes.close();
    }

    @Test
    void takesOverTheObjectsAndRemovesTheRecord() {
        Object claim = find(ofHelm.get(1).ref()).metadata().get("uid");

        JobRecord job = adopt("a:1", JobBench.LIMIT);
        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job))
                .contains("Helm release fate-9999 is adopted; removed its records: 1")
                .endsWith("job run Success");
        assertThat(live())
                .hasSize(3)
                .allSatisfy(
                        object -> assertThat(object.label(Ownership.CLUSTER)).isEqualTo(job.clusterUuid()));
        assertThat(find(ofHelm.get(1).ref()).metadata()).containsEntry("uid", claim);
        assertThat(kubernetes.find(List.of(record.ref(), LEFT))).isEmpty();
    }

    @Test
    void theRecordStaysUntilTheClusterIsReady() {
        kubernetes.failImage("a:1");
        JobRecord job = adopt("a:1", JobBench.LIMIT);
        bench.start(kubernetes);

        JobBench.until(
                "the job waits", () -> !bench.record(job).progress().open().isEmpty());

        assertThat(kubernetes.find(List.of(record.ref()))).hasSize(1);
        kubernetes.repairImage("a:1");
        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
    }

    @Test
    void restoresTheReleaseIfTheClusterDoesNotBecomeReady() {
        List<Manifest> before = live();
        kubernetes.failImage("a:1");
        JobRecord job = adopt("a:1", JobBench.SHORT);
        bench.start(kubernetes);

        assertThat(bench.overdue(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job))
                .doesNotHaveDuplicates()
                .endsWith("the objects of Helm release fate-9999 are restored; Helm and the original KubeFATE can"
                        + " continue with it");
        assertThat(desired(live())).containsExactlyInAnyOrderElementsOf(desired(before));
        assertThat(kubernetes.find(List.of(record.ref()))).hasSize(1);
        assertThat(bench.clusters.find(job.clusterUuid())).isEmpty();
    }

    @Test
    void touchesNothingOfAReleaseWhosePlanIsNotPossible() {
        kubernetes.apply(HelmRelease.mark(JobBench.settings(NAME, "x"), "other"));
        List<Manifest> before = live();
        JobRecord job = adopt("a:1", JobBench.LIMIT);
        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void keepsTheObjectsOfAReleaseThatSomebodyRemovedMeanwhile() {
        kubernetes.failImage("a:1");
        JobRecord job = adopt("a:1", JobBench.SHORT);
        bench.start(kubernetes);
        JobBench.until(
                "the job waits", () -> !bench.record(job).progress().open().isEmpty());
        kubernetes.find(List.of(record.ref())).forEach(kubernetes::delete);
        bench.pass(JobBench.SHORT);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job)).last().asString().contains("no record any longer");
        assertThat(bench.clusters.find(job.clusterUuid()).orElseThrow().status())
                .isEqualTo(ClusterStatus.Failed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24})
    void completesAlthoughTheProcessDiedAtAnyCall(int callsToLive) {
        JobRecord job = adopt("a:1", JobBench.LIMIT);
        bench.dieAfter(callsToLive, kubernetes, job);

        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).doesNotHaveDuplicates();
        assertThat(live()).hasSize(3);
        assertThat(kubernetes.find(List.of(record.ref(), LEFT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36})
    void restoresTheReleaseAlthoughTheProcessDiedAtAnyCall(int callsToLive) {
        List<Manifest> before = live();
        kubernetes.failImage("a:1");
        JobRecord job = adopt("a:1", JobBench.SHORT);
        bench.dieAfterOverdue(callsToLive, kubernetes, job);

        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job)).doesNotHaveDuplicates();
        assertThat(desired(live())).containsExactlyInAnyOrderElementsOf(desired(before));
        assertThat(kubernetes.find(List.of(record.ref()))).hasSize(1);
    }

    private JobRecord adopt(String image, Duration limit) {
        return bench.adopt(NAME, JobBench.objects(NAME, image), limit);
    }

    private List<Manifest> live() {
        return kubernetes.find(ofHelm.stream().map(Manifest::ref).toList());
    }

    private Manifest find(ObjectRef ref) {
        return kubernetes.find(List.of(ref)).get(0);
    }

    /** {@return the objects without what Kubernetes writes} */
    private static List<Map<String, Object>> desired(List<Manifest> objects) {
        return objects.stream()
                .map(object -> {
                    Map<String, Object> content = new LinkedHashMap<>(object.content());
                    content.remove("status");
                    Map<String, Object> metadata = new LinkedHashMap<>(object.metadata());
                    metadata.keySet().retainAll(List.of("name", "labels", "annotations"));
                    content.put("metadata", metadata);
                    return content;
                })
                .toList();
    }
}
