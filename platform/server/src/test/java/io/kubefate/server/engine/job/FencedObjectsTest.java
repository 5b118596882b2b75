package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a runner can still do to Kubernetes when it has lost the lease of its job. */
class FencedObjectsTest {

    private static final String NAME = "fate-9999";
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ZERO);
    private final Manifest wanted = JobBench.settings(NAME, "new");
    private JobBench bench;
    private Manifest live;
    private JobRecord job;
    private FencedObjects objects;

    @BeforeEach
    void claim() {
        bench = new JobBench();
        kubernetes.createNamespace(NAME);
        kubernetes.apply(JobBench.settings(NAME, "old"));
        live = kubernetes.find(List.of(wanted.ref())).get(0);
        bench.install(List.of(wanted), JobBench.Ask.of(NAME));
        job = bench.jobs.claim("paused", bench.now(), LEASE).orElseThrow();
        objects = objects(kubernetes, new Parallel(Runnable::run));
    }

    @AfterEach
    void close() throws Exception {
        kubernetes.close();
        bench.close();
    }

    /** What a runner does to Kubernetes. */
    private interface Write {
        void by(FencedObjects objects, Manifest wanted, Manifest live);
    }

    static Stream<Write> writes() {
        return Stream.of(
                (objects, wanted, live) -> objects.createNamespace("another"),
                (objects, wanted, live) -> objects.apply(wanted),
                (objects, wanted, live) -> objects.applyAll(List.of(wanted)),
                (objects, wanted, live) -> objects.deleteAll(List.of(live)),
                (objects, wanted, live) -> objects.replace(wanted),
                (objects, wanted, live) -> objects.delete(live));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesNothingAfterTheLeaseHasExpired(Write write) {
        bench.pass(LEASE);

        assertThatThrownBy(() -> write.by(objects, wanted, live)).isInstanceOf(LeaseLostException.class);
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesNothingAfterAnotherRunnerHasClaimedTheJob(Write write) {
        bench.pass(LEASE);
        bench.jobs.claim("another", bench.now(), LEASE);

        assertThatThrownBy(() -> write.by(objects, wanted, live)).isInstanceOf(LeaseLostException.class);
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesNothingAfterItHasGivenTheJobBack(Write write) {
        objects.lease().end();

        assertThatThrownBy(() -> write.by(objects, wanted, live)).isInstanceOf(LeaseLostException.class);
        assertNothingChanged();
    }

    @Test
    void writesWithTheLease() {
        objects.apply(wanted);

        assertThat(kubernetes.find(List.of(wanted.ref())).get(0).content().get("data"))
                .isEqualTo(wanted.content().get("data"));
    }

    @Test
    void writesNothingMoreOfAGroupOnceTheLeaseHasExpired() {
        Parallel pausing = new Parallel(task -> {
            bench.pass(LEASE);
            task.run();
        });
        FencedObjects paused = objects(kubernetes, pausing);

        assertThatThrownBy(() -> paused.applyAll(List.of(wanted))).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> paused.deleteAll(List.of(live))).isInstanceOf(LeaseLostException.class);
        assertNothingChanged();
    }

    @Test
    void removesWhatItHasSentTooLateForADeletedCluster() {
        Manifest late = anotherObject();

        assertThatThrownBy(() -> pausedWhileSending(this::deleteCluster).apply(late))
                .isInstanceOf(LeaseLostException.class);

        assertThat(kubernetes.find(List.of(late.ref()))).isEmpty();
    }

    @Test
    void keepsWhatItHasSentTooLateForAClusterThatAnotherRunnerInstalls() {
        Manifest late = anotherObject();

        assertThatThrownBy(() -> pausedWhileSending(() -> {}).applyAll(List.of(late)))
                .isInstanceOf(LeaseLostException.class);

        assertThat(kubernetes.find(List.of(late.ref()))).hasSize(1);
    }

    private Manifest anotherObject() {
        return Manifests.configMap(NAME, "another", "value").withLabel(Ownership.CLUSTER, job.clusterUuid());
    }

    private FencedObjects objects(Kubernetes target, Parallel parallel) {
        return FencedObjects.of(
                target,
                bench.journal(job, Mask.of(List.of())).lease(),
                bench.clusters,
                new Owner(job.clusterUuid(), NAME, NAME),
                parallel);
    }

    /** The lease is lost between the check and the request. */
    private FencedObjects pausedWhileSending(Runnable meanwhile) {
        Kubernetes late = ChangedKubernetes.before(kubernetes, "apply", () -> {
            bench.pass(LEASE);
            meanwhile.run();
        });
        return objects(late, new Parallel(Runnable::run));
    }

    private void deleteCluster() {
        bench.clusters.updateStatus(job.clusterUuid(), ClusterStatus.Pending, ClusterStatus.Deleting, bench.now());
    }

    private void assertNothingChanged() {
        assertThat(kubernetes.find(List.of(wanted.ref()))).containsExactly(live);
        assertThat(kubernetes.namespaces()).extracting(NamespaceView::name).doesNotContain("another");
    }
}
