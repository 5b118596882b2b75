package io.kubefate.server.kubernetes.sandbox;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.server.kubernetes.BatchJobLog;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.HealthLog;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesContract;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxKubernetesTest extends KubernetesContract {

    private final FaultySandbox sandbox = new FaultySandbox(Duration.ofMillis(200));

    @BeforeEach
    void makeNamespace() {
        sandbox.createNamespace(namespace());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    public Kubernetes kubernetes() {
        return sandbox;
    }

    @Override
    public String namespace() {
        return "fate-9999";
    }

    @Override
    public int nodePort() {
        return 30091;
    }

    @Test
    void saysPlainlyThatNoContainerRuns() {
        assertThat(sandbox.description()).contains("no container runs");
    }

    @Test
    void aJobOfAFailingImageFails() throws InterruptedException {
        sandbox.failImage(IMAGE);
        Manifest job = Manifests.job(namespace(), "migrate", Manifests.container("migrate", IMAGE));
        sandbox.apply(job);
        BatchJobLog log = new BatchJobLog();
        try (Watch watch = sandbox.follow(job.ref(), log)) {
            BatchJobState end = log.awaitEnd();
            assertThat(end.phase()).isEqualTo(BatchJobState.Phase.FAILED);
            assertThat(end.message()).contains(IMAGE);
        }
        assertThat(sandbox.jobLog(job.ref(), 100)).contains(IMAGE);
    }

    @Test
    void reportsAFailingImageUntilItIsRepaired() throws InterruptedException {
        sandbox.failImage(IMAGE);
        sandbox.apply(Manifests.deployment(namespace(), "client", IMAGE));
        HealthLog log = new HealthLog();
        try (Watch watch = sandbox.watch(namespace(), CLUSTER_ID, log)) {
            assertThat(log.awaitReason(Reason.Code.IMAGE_PULL).message()).contains(IMAGE);
            sandbox.repairImage(IMAGE);
            assertThat(log.awaitReady().reasons()).isEmpty();
        }
    }

    @Test
    void aWorkloadIsStartingAtFirst() {
        try (FaultySandbox slow = new FaultySandbox(Duration.ofDays(1))) {
            slow.apply(Manifests.deployment("default", "client", IMAGE));
            WorkloadHealth client =
                    slow.observe("default", CLUSTER_ID).workloads().get(0);
            assertThat(client.ready()).isFalse();
            assertThat(client.condition()).isEqualTo("Progressing");
            assertThat(client.containers()).containsExactly(new ContainerHealth("client", "Waiting", false));
            assertThat(client.reasons()).extracting(Reason::code).containsExactly(Reason.Code.STARTING);
            assertThat(client.reasons()).extracting(Reason::module).containsExactly("client");
        }
    }

    @Test
    void aStatefulSetStarts() throws InterruptedException {
        Map<String, Object> podSpec = Map.of("containers", List.of(Manifests.container("mysql", "mysql:8")));
        sandbox.apply(Manifests.statefulSet(namespace(), "mysql", podSpec));
        HealthLog log = new HealthLog();
        try (Watch watch = sandbox.watch(namespace(), CLUSTER_ID, log)) {
            assertThat(log.awaitReady().pods()).containsExactly("mysql-0");
        }
    }

    @Test
    void aClaimIsBound() {
        Manifest claim = Manifests.claim(namespace(), "data", "standard");
        sandbox.apply(claim);
        assertThat(Manifest.map(sandbox.find(List.of(claim.ref())).get(0).content(), "status"))
                .containsEntry("phase", "Bound");
    }

    @Test
    void everyCallFailsWhileItIsAway() {
        sandbox.unavailable(true);
        assertThatThrownBy(sandbox::namespaces)
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.UNAVAILABLE));
        sandbox.unavailable(false);
        assertThat(sandbox.namespaces()).isNotEmpty();
    }

    @Test
    void keepsItsOwnCopyOfWhatIsApplied() {
        Map<String, Object> data = new HashMap<>(Map.of("key", "value"));
        Manifest wanted = Manifests.object("v1", "ConfigMap", namespace(), "settings", "data", data);
        sandbox.apply(wanted);
        data.put("key", "changed later");
        Manifest found = sandbox.find(List.of(wanted.ref())).get(0);
        assertThat(Manifest.map(found.content(), "data")).containsEntry("key", "value");
    }
}
