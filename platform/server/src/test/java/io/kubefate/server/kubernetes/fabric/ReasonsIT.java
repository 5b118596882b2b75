package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.container;
import static io.kubefate.planning.manifest.Manifests.deployment;
import static io.kubefate.planning.manifest.Manifests.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.health.Reason;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.server.kubernetes.HealthLog;
import io.kubefate.server.kubernetes.Watch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Provokes every reason on a real Kubernetes with stub images, which crash when {@code STUB_CRASH} says so. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class ReasonsIT {

    private final TestNamespace testNamespace = new TestNamespace();
    private final FabricKubernetes kubernetes = testNamespace.kubernetes();
    private final String namespace = testNamespace.name();
    private final HealthLog log = new HealthLog();

    @AfterEach
    void removeNamespace() {
        testNamespace.close();
    }

    @Test
    void tellsAnImageThatCannotBePulled() throws InterruptedException {
        Reason reason =
                firstReason(deployment(namespace, "client", "federatedai/client:0.0-absent"), Reason.Code.IMAGE_PULL);
        assertThat(reason.message()).contains("federatedai/client:0.0-absent", "container client");
        assertThat(reason.object()).startsWith("Pod/client-");
    }

    @Test
    void tellsACrashWithExitCodeAndLog() throws InterruptedException {
        Reason reason =
                firstReason(deployment(namespace, "client", crashing("client")), Reason.Code.CRASH_LOOP, "STUB_CRASH");
        assertThat(reason.message()).contains("exit code 1", "container client", "crashes, as STUB_CRASH says");
    }

    @Test
    void tellsACrashOfAnInitContainer() throws InterruptedException {
        Map<String, Object> podSpec = Map.of(
                "initContainers", crashing("prepare").get("containers"),
                "containers", List.of(container("client", IMAGE)));
        Reason reason = firstReason(deployment(namespace, "client", podSpec), Reason.Code.CRASH_LOOP);
        assertThat(reason.message()).contains("container prepare", "exit code 1");
    }

    @Test
    void tellsThatNoNodeTakesThePod() throws InterruptedException {
        Map<String, Object> podSpec = Map.of(
                "containers", List.of(container("client", IMAGE)), "nodeSelector", Map.of("kubefate.io/nobody", "has"));
        Reason reason = firstReason(deployment(namespace, "client", podSpec), Reason.Code.UNSCHEDULABLE);
        assertThat(reason.message()).contains("0/");
    }

    @Test
    void tellsAClaimThatIsNotBound() throws InterruptedException {
        kubernetes.apply(Manifests.claim(namespace, "data", "nope"));
        Reason reason = firstReason(
                deployment(namespace, "client", mounting("data")), Reason.Code.CLAIM_UNBOUND, "storageclass");
        assertThat(reason.message()).contains("claim data of storage class nope", "\"nope\" not found");
        assertThat(reason.object()).isEqualTo("PersistentVolumeClaim/data");
    }

    @Test
    void tellsAClaimThatDoesNotExist() throws InterruptedException {
        Reason reason = firstReason(deployment(namespace, "client", mounting("absent")), Reason.Code.CLAIM_UNBOUND);
        assertThat(reason.message()).contains("claim absent", "not found");
    }

    @Test
    void tellsThatAQuotaForbidsADeployment() throws InterruptedException {
        forbidPods();
        Reason reason = firstReason(deployment(namespace, "client", IMAGE), Reason.Code.QUOTA_EXCEEDED);
        assertThat(reason.message()).contains("exceeded quota: none").doesNotContain("pods \"client-");
    }

    @Test
    void tellsThatAQuotaForbidsAStatefulSet() throws InterruptedException {
        forbidPods();
        Map<String, Object> podSpec = Map.of("containers", List.of(container("mysql", "mysql:8")));
        Reason reason = firstReason(Manifests.statefulSet(namespace, "mysql", podSpec), Reason.Code.QUOTA_EXCEEDED);
        assertThat(reason.message()).contains("exceeded quota: none").doesNotContain("pods \"mysql-0");
    }

    @Test
    void tellsAMissingConfigMapUntilItIsThere() throws InterruptedException {
        Map<String, Object> environment = Map.of("configMapRef", Map.of("name", "settings"));
        Map<String, Object> podSpec =
                Map.of("containers", List.of(with(container("client", IMAGE), "envFrom", List.of(environment))));
        kubernetes.apply(deployment(namespace, "client", podSpec));
        try (Watch watch = kubernetes.watch(namespace, CLUSTER_ID, log)) {
            Reason reason = log.awaitReason(Reason.Code.CONFIG_MISSING);
            assertThat(reason.message()).contains("configmap \"settings\" not found");
            kubernetes.apply(Manifests.configMap(namespace, "settings", "value"));
            assertThat(log.awaitReady().reasons()).isEmpty();
        }
    }

    @Test
    void tellsAMissingConfigMapOfAVolume() throws InterruptedException {
        Map<String, Object> mount = Map.of("name", "settings", "mountPath", "/settings");
        Map<String, Object> podSpec = Map.of(
                "containers", List.of(with(container("client", IMAGE), "volumeMounts", List.of(mount))),
                "volumes", List.of(Map.of("name", "settings", "configMap", Map.of("name", "absent"))));
        Reason reason = firstReason(deployment(namespace, "client", podSpec), Reason.Code.CONFIG_MISSING);
        assertThat(reason.message()).contains("configmap \"absent\" not found");
    }

    @Test
    void saysWhichInitContainerIsWaitedFor() throws InterruptedException {
        Map<String, Object> podSpec = Map.of(
                "initContainers", List.of(container("wait-for-mysql", IMAGE)),
                "containers", List.of(container("client", IMAGE)));
        Reason reason =
                firstReason(deployment(namespace, "client", podSpec), Reason.Code.STARTING, "wait-for-mysql (running)");
        assertThat(reason.message()).isEqualTo("waiting for init container wait-for-mysql (running)");
    }

    private Reason firstReason(Manifest workload, Reason.Code code) throws InterruptedException {
        return firstReason(workload, code, "");
    }

    private Reason firstReason(Manifest workload, Reason.Code code, String text) throws InterruptedException {
        try (Watch watch = kubernetes.watch(namespace, CLUSTER_ID, log)) {
            kubernetes.apply(workload);
            return log.awaitReason(code, text);
        }
    }

    private void forbidPods() {
        Map<String, Object> spec = Map.of("hard", Map.of("pods", "0"));
        kubernetes.apply(Manifests.object("v1", "ResourceQuota", namespace, "none", "spec", spec));
    }

    private static Map<String, Object> crashing(String container) {
        Map<String, Object> crash = Map.of("name", "STUB_CRASH", "value", "1");
        return Map.of("containers", List.of(with(container(container, IMAGE), "env", List.of(crash))));
    }

    private static Map<String, Object> mounting(String claim) {
        return Map.of(
                "containers", List.of(container("client", IMAGE)),
                "volumes", List.of(Map.of("name", "data", "persistentVolumeClaim", Map.of("claimName", claim))));
    }
}
