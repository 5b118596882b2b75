package io.kubefate.server.kubernetes;

import static io.kubefate.server.kubernetes.Manifests.CLUSTER_ID;
import static io.kubefate.server.kubernetes.Manifests.IMAGE;
import static io.kubefate.server.kubernetes.Manifests.container;
import static io.kubefate.server.kubernetes.Manifests.deployment;
import static io.kubefate.server.kubernetes.Manifests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Proves the contract and every reason on a real Kubernetes that can pull the stub images of the FATE releases. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class FabricKubernetesIT extends KubernetesContract {

    private final String namespace = "k8s-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final int nodePort = ThreadLocalRandom.current().nextInt(31000, 32767);
    private final FabricKubernetes kubernetes = FabricKubernetes.connect();
    private final HealthLog log = new HealthLog();

    @BeforeEach
    void makeNamespace() {
        assertThat(kubernetes.createNamespace(namespace)).isTrue();
    }

    @AfterEach
    void removeNamespace() {
        kubernetes.delete(new ObjectRef("v1", "Namespace", "", namespace));
        kubernetes.close();
    }

    @Override
    Kubernetes kubernetes() {
        return kubernetes;
    }

    @Override
    String namespace() {
        return namespace;
    }

    @Override
    int nodePort() {
        return nodePort;
    }

    @Test
    void describesAddressAndVersion() {
        assertThat(kubernetes.description()).matches("https://\\S+ \\(v1\\.\\d+.*\\)");
    }

    @Test
    void knowsAnAddressOfANode() {
        assertThat(kubernetes.observe(namespace, CLUSTER_ID).nodeIp()).isNotEmpty();
    }

    @Test
    void takesOverFieldsOfAnotherManagerAndKeepsTheRest() {
        Manifest wanted = Manifests.configMap(namespace, "settings", "value");
        kubernetes.apply(wanted);
        Manifest found = kubernetes.find(List.of(wanted.ref())).get(0);
        assertThat(found.metadata().get("managedFields").toString()).contains("manager=" + Ownership.MANAGER);
    }

    @Test
    void appliesEmptyValues() {
        Map<String, Object> podSpec = Map.of(
                "containers", List.of(with(container("client", IMAGE), "env", List.of(Map.of("name", "A", "value", "")))),
                "volumes", List.of(Map.of("name", "scratch", "emptyDir", Map.of())));
        Manifest wanted = deployment(namespace, "client", podSpec);
        kubernetes.apply(wanted);
        Manifest found = kubernetes.find(List.of(wanted.ref())).get(0);
        assertThat(found.spec().toString()).contains("emptyDir={}");
    }

    @Test
    void appliesKindsThatTheClientHasNoClassFor() {
        Map<String, Object> spec = Map.of("holderIdentity", "nobody", "leaseDurationSeconds", 1);
        Manifest wanted = Manifests.object("coordination.k8s.io/v1", "Lease", namespace, "lease", "spec", spec);
        kubernetes.apply(wanted);
        assertThat(kubernetes.find(List.of(wanted.ref())).get(0).spec()).containsAllEntriesOf(spec);
    }

    @Test
    void anInvalidObjectIsRefusedInTheWordsOfKubernetes() {
        Manifest wanted = deployment(namespace, "client", Map.of("containers", List.of(Map.of("name", "NOT_A_LABEL"))));
        assertThatThrownBy(() -> kubernetes.apply(wanted))
                .isInstanceOfSatisfying(KubernetesException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("Deployment/client")
                .hasMessageContaining("NOT_A_LABEL");
    }

    @Test
    void aKindThatIsNotServedIsNamed() {
        Manifest wanted = Manifests.object(
                "networking.istio.io/v1alpha3", "VirtualService", namespace, "party", "spec", Map.of("hosts", List.of()));
        assertThatThrownBy(() -> kubernetes.apply(wanted))
                .isInstanceOfSatisfying(KubernetesException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("VirtualService of networking.istio.io/v1alpha3")
                .hasMessageContaining("CRD");
    }

    @Test
    void tellsAnImageThatCannotBePulled() throws InterruptedException {
        Reason reason = firstReason(deployment(namespace, "client", "federatedai/client:0.0-absent"), Reason.Code.IMAGE_PULL);
        assertThat(reason.message()).contains("federatedai/client:0.0-absent", "container client");
        assertThat(reason.object()).startsWith("Pod/client-");
    }

    @Test
    void tellsACrashWithExitCodeAndLog() throws InterruptedException {
        Reason reason = firstReason(deployment(namespace, "client", crashing("client")), Reason.Code.CRASH_LOOP, "STUB_CRASH");
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
        Reason reason = firstReason(deployment(namespace, "client", mounting("data")), Reason.Code.CLAIM_UNBOUND, "storageclass");
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
        Map<String, Object> podSpec = Map.of("containers", List.of(with(container("client", IMAGE), "envFrom", List.of(environment))));
        kubernetes.apply(deployment(namespace, "client", podSpec));
        try (Kubernetes.Watch watch = kubernetes.watch(namespace, CLUSTER_ID, log)) {
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

    @Test
    void aWatchGoesOnAfterTheApiServerWasAway(@TempDir Path directory) throws IOException, InterruptedException {
        URI server = URI.create(Config.autoConfigure(null).getMasterUrl());
        try (Gate gate = new Gate(server.getHost(), server.getPort());
                FabricKubernetes through = FabricKubernetes.connect(kubeconfig(directory, gate.port()));
                Kubernetes.Watch watch = through.watch(namespace, CLUSTER_ID, log)) {
            log.await(health -> health.workloads().isEmpty());
            gate.shut();
            assertThatThrownBy(through::namespaces)
                    .isInstanceOfSatisfying(KubernetesException.class, exception -> assertThat(exception.kind())
                            .isEqualTo(KubernetesException.Kind.UNAVAILABLE));
            kubernetes.apply(deployment(namespace, "client", IMAGE));
            gate.open();
            assertThat(log.awaitReady().workloads()).hasSize(1);
        }
    }

    private Reason firstReason(Manifest workload, Reason.Code code) throws InterruptedException {
        return firstReason(workload, code, "");
    }

    private Reason firstReason(Manifest workload, Reason.Code code, String text) throws InterruptedException {
        try (Kubernetes.Watch watch = kubernetes.watch(namespace, CLUSTER_ID, log)) {
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

    private static Path kubeconfig(Path directory, int port) throws IOException {
        String original = Files.readString(Path.of(System.getenv("KUBECONFIG")));
        String changed = original.replaceFirst("server: https://([^:]+):\\d+", "server: https://$1:" + port);
        return Files.writeString(directory.resolve("kubeconfig"), changed);
    }
}
