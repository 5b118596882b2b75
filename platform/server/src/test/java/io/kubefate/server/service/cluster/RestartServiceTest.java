package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.ClusterPod;
import io.kubefate.api.Job;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Restarts of modules as an operator asks for them. */
class RestartServiceTest extends ServiceScenario {

    private static final ObjectRef PYTHON = new ObjectRef("apps/v1", "Deployment", "demo", "python");

    @Test
    void replacesThePodsOfTheModule() throws InterruptedException {
        String cluster = install("v1", "a");
        ClusterPod before = pod(cluster);

        assertThat(restarts.restart(cluster, "python", false).workloads()).containsExactly("Deployment/python");

        awaitRunning(cluster);
        assertThat(pod(cluster).name()).isNotEqualTo(before.name());
        assertThat(pod(cluster).createdAt()).isAfter(before.createdAt());
    }

    @Test
    void isNeitherARevisionNorDrift() {
        String cluster = install("v1", "a");

        restarts.restart(cluster, "python", false);

        assertThat(drifts.drift(cluster).changes()).isFalse();
        assertThat(clusters.describe(cluster).revision()).isEqualTo(1);
        assertThat(listedJobs()).extracting(Job::method).containsExactly("ClusterInstall");
    }

    @Test
    void anUpdateThatDoesNotChangeTheModuleDoesNotRestartItAgain() {
        String cluster = install("v1", "a");
        restarts.restart(cluster, "python", false);
        String restartedAt = live().podAnnotation(Ownership.RESTARTED_AT);

        ended(provisioning.update(args("v1", "a\nnote: x"), Submission.by("me")).job());

        assertThat(restartedAt).isNotEmpty();
        assertThat(live().podAnnotation(Ownership.RESTARTED_AT)).isEqualTo(restartedAt);
        assertThat(live().metadata()).containsEntry("generation", 2L);
    }

    @Test
    void aPlanRestartsNothing() {
        String cluster = install("v1", "a");

        assertThat(restarts.plan(cluster, "python").workloads()).containsExactly("Deployment/python");

        assertThat(live().podAnnotation(Ownership.RESTARTED_AT)).isEmpty();
    }

    @Test
    void anUnknownModuleIsRejectedWithTheModulesOfTheCluster() {
        String cluster = install("v1", "a");

        assertRejected(ErrorCode.INVALID_REQUEST, () -> restarts.restart(cluster, "mysql", false))
                .hasMessage("cluster demo has no module mysql; it has [python]");
    }

    @Test
    void aClusterWithAnUnfinishedJobIsLeftToTheJob() {
        kubernetes.failImage("python:1");
        Job job = provisioning.install(args("v1", "a", 1L), Submission.by("me")).job();

        assertRejected(ErrorCode.JOB_ACTIVE, () -> restarts.restart(job.clusterId(), "python", false))
                .hasMessageContaining(job.uuid());
    }

    @Test
    void dataThatNoClaimKeepsAreLostOnlyWithConsent() {
        String cluster = install("v1", "a\nvolume: {emptyDir: {}}");
        String loss = "Deployment/python: its pods restart, and the data in volume data are deleted, because no claim"
                + " keeps them";

        assertThat(restarts.plan(cluster, "python").dataLost()).containsExactly(loss);
        assertRejected(ErrorCode.PLAN_REFUSED, () -> restarts.restart(cluster, "python", false))
                .hasMessage("this restart deletes data:\ndata lost: " + loss
                        + "\nback up what you need; to continue, use --accept-data-loss");
        assertThat(live().podAnnotation(Ownership.RESTARTED_AT)).isEmpty();

        restarts.restart(cluster, "python", true);
        assertThat(live().podAnnotation(Ownership.RESTARTED_AT)).isNotEmpty();
    }

    @Test
    void anUnknownClusterIsNotFound() {
        assertRejected(ErrorCode.NOT_FOUND, () -> restarts.restart("none", "python", false));
    }

    private Manifest live() {
        return kubernetes.find(List.of(PYTHON)).get(0);
    }

    private ClusterPod pod(String cluster) {
        return clusters.describe(cluster).info().modules().get(0).pods().get(0);
    }

    private void awaitRunning(String cluster) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (!clusters.describe(cluster).status().equals("Running")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(10);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRejected(
            ErrorCode code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
