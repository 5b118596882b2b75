package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.PodContainers;
import io.kubefate.planning.health.PodHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pods of a StatefulSet that Kubernetes does not replace. */
class StuckPodsTest {

    private static final String NAME = "fate-9999";
    private static final ObjectRef POD = new ObjectRef("v1", "Pod", NAME, "mysql-0");

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(1));
    private JobBench bench;
    private JobRecord job;
    private StuckPods stuck;

    @BeforeEach
    void open() {
        bench = new JobBench();
        kubernetes.createNamespace(NAME);
        kubernetes.apply(object(POD, Map.of()));
        bench.install(List.of(), JobBench.Ask.of(NAME));
        job = bench.jobs.claim("runner", bench.now(), Duration.ofMinutes(1)).orElseThrow();
        stuck = new StuckPods(kubernetes, bench.journal(job, Mask.of(List.of())));
    }

    @AfterEach
    void close() throws Exception {
        kubernetes.close();
        bench.close();
    }

    @Test
    void anUnreadyPodOfAnOlderRevisionIsDeleted() {
        stuck.delete(List.of(statefulSet(Map.of())), health(true, 0));

        assertThat(kubernetes.find(List.of(POD))).isEmpty();
        assertThat(bench.jobs.events(job.uuid()))
                .extracting(JobEvent::reason)
                .contains(JobEventReason.STUCK_POD_DELETED);
    }

    @Test
    void otherPodsStay() {
        stuck.delete(List.of(statefulSet(Map.of())), health(false, 0));
        stuck.delete(List.of(statefulSet(Map.of())), health(true, 1));
        stuck.delete(List.of(), health(true, 0));

        assertThat(kubernetes.find(List.of(POD))).hasSize(1);
    }

    @Test
    void podsThatKubernetesReplacesInAnyOrderOrByHandStay() {
        stuck.delete(List.of(statefulSet(Map.of("podManagementPolicy", "Parallel"))), health(true, 0));
        stuck.delete(List.of(statefulSet(Map.of("updateStrategy", Map.of("type", "OnDelete")))), health(true, 0));

        assertThat(kubernetes.find(List.of(POD))).hasSize(1);
    }

    private static ClusterHealth health(boolean obsolete, int ready) {
        PodHealth pod = new PodHealth(
                POD.name(), "Pending", obsolete, "", Instant.EPOCH, new PodContainers(ready, 1, 0, Optional.empty()));
        WorkloadHealth workload = new WorkloadHealth(
                statefulSet(Map.of()).ref(), "mysql", 2, false, "Progressing", List.of(), List.of(), List.of(pod));
        return new ClusterHealth(List.of(workload), List.of(), List.of(), "", 0, List.of(), Instant.EPOCH);
    }

    private static Manifest statefulSet(Map<String, Object> spec) {
        return object(new ObjectRef("apps/v1", "StatefulSet", NAME, "mysql"), spec);
    }

    private static Manifest object(ObjectRef ref, Map<String, Object> spec) {
        return new Manifest(Map.of(
                "apiVersion", ref.apiVersion(),
                "kind", ref.kind(),
                "metadata", Map.of("name", ref.name(), "namespace", ref.namespace()),
                "spec", spec));
    }
}
