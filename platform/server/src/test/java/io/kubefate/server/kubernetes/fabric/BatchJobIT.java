package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.health.Reason;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.server.kubernetes.BatchJobLog;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.Watch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Jobs on a real Kubernetes, in containers that have a shell. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class BatchJobIT {

    private final TestNamespace testNamespace = new TestNamespace();
    private final FabricKubernetes kubernetes = testNamespace.kubernetes();
    private final String namespace = testNamespace.name();
    private final BatchJobLog log = new BatchJobLog();

    @AfterEach
    void removeNamespace() {
        testNamespace.close();
    }

    @Test
    void tellsWithWhatAJobFailedAndWhatAllItsPodsWrote() throws InterruptedException {
        Manifest job = job(namespace, "migrate", shell("echo begun in $HOSTNAME; exit 3"));
        job = new Manifest(Manifests.with(job.content(), "spec", Manifests.with(job.spec(), "backoffLimit", 1)));
        kubernetes.apply(job);
        try (Watch watch = kubernetes.follow(job.ref(), log)) {
            assertThat(log.await(state -> state.failures() == 1).reasons()).noneMatch(Reason::isTrouble);
            BatchJobState end = log.awaitEnd();
            assertThat(end.phase()).isEqualTo(BatchJobState.Phase.FAILED);
            assertThat(end.message()).contains("backoff limit", "container migrate ended with exit code 3");
        }
        assertThat(kubernetes.jobLog(job.ref(), 10_000).lines().filter(line -> line.startsWith("begun in migrate-")))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(kubernetes.jobLog(job.ref(), 10_000)).contains("==> pod migrate-", "container migrate <==");
    }

    @Test
    void keepsTheEndOfALongLog() throws InterruptedException {
        Manifest job =
                job(namespace, "migrate", shell("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done"));
        kubernetes.apply(job);
        try (Watch watch = kubernetes.follow(job.ref(), log)) {
            assertThat(log.awaitEnd().phase()).isEqualTo(BatchJobState.Phase.SUCCEEDED);
        }
        assertThat(kubernetes.jobLog(job.ref(), 100))
                .startsWith("(earlier lines are left out)\nline 19")
                .endsWith("line 1999\n");
    }

    @Test
    void tellsThatAnImageCannotBePulled() throws InterruptedException {
        Manifest job = job(namespace, "migrate", Map.of("name", "migrate", "image", "federatedai/client:0.0-absent"));
        kubernetes.apply(job);
        try (Watch watch = kubernetes.follow(job.ref(), log)) {
            log.await(state -> state.reasons().stream()
                    .anyMatch(reason -> reason.code() == Reason.Code.IMAGE_PULL
                            && reason.message().contains("federatedai/client:0.0-absent")));
        }
    }

    @Test
    void tellsThatAQuotaForbidsThePod() throws InterruptedException {
        kubernetes.apply(Manifests.object(
                "v1", "ResourceQuota", namespace, "none", "spec", Map.of("hard", Map.of("pods", "0"))));
        Manifest job = job(namespace, "migrate", shell("true"));
        kubernetes.apply(job);
        try (Watch watch = kubernetes.follow(job.ref(), log)) {
            log.await(
                    state -> state.reasons().stream().anyMatch(reason -> reason.code() == Reason.Code.QUOTA_EXCEEDED));
        }
    }

    private static Map<String, Object> shell(String script) {
        return Map.of("name", "migrate", "image", IMAGE, "command", List.of("sh", "-c", script));
    }
}
