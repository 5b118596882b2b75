package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.container;
import static io.kubefate.planning.manifest.Manifests.deployment;
import static io.kubefate.planning.manifest.Manifests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.preflight.PodSecurityLevel;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.kubernetes.HealthLog;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesContract;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Watch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract on a real Kubernetes that can pull the images of the FATE releases, or stubs of them. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class FabricKubernetesIT extends KubernetesContract {

    private final TestNamespace testNamespace = new TestNamespace();
    private final FabricKubernetes kubernetes = testNamespace.kubernetes();
    private final String namespace = testNamespace.name();
    private final int nodePort = ThreadLocalRandom.current().nextInt(31000, 32767);
    private final HealthLog log = new HealthLog();

    @AfterEach
    void removeNamespace() {
        testNamespace.close();
    }

    @Override
    public Kubernetes kubernetes() {
        return kubernetes;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public int nodePort() {
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
        applyAs("somebody", Map.of("key", "another value", "more", "stays"));
        kubernetes.apply(wanted);
        Manifest found = kubernetes.find(List.of(wanted.ref())).get(0);
        assertThat(Manifest.map(found.content(), "data")).isEqualTo(Map.of("key", "value", "more", "stays"));
        assertThat(found.metadata().get("managedFields").toString()).contains("manager=" + Ownership.MANAGER);
    }

    @Test
    void appliesEmptyValues() {
        Map<String, Object> podSpec = Map.of(
                "containers",
                        List.of(with(container("client", IMAGE), "env", List.of(Map.of("name", "A", "value", "")))),
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
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("Deployment/client")
                .hasMessageContaining("NOT_A_LABEL");
    }

    @Test
    void aKindThatIsNotServedIsNamed() {
        Manifest wanted = Manifests.object(
                "networking.istio.io/v1alpha3",
                "VirtualService",
                namespace,
                "party",
                "spec",
                Map.of("hosts", List.of()));
        assertThatThrownBy(() -> kubernetes.apply(wanted))
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("VirtualService of networking.istio.io/v1alpha3")
                .hasMessageContaining("CRD");
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsATransientFailure() {
        Manifest free = Manifests.configMap(namespace, "held", "value");
        List<String> holders = List.of("kubefate.io/test");
        Manifest held = new Manifest(with(free.content(), "metadata", with(free.metadata(), "finalizers", holders)));
        kubernetes.apply(held);
        kubernetes
                .find(List.of(new ObjectRef("v1", "Namespace", "", namespace)))
                .forEach(kubernetes::delete);
        try {
            Manifest late = Manifests.configMap(namespace, "late", "value");
            assertFails(KubernetesException.Kind.TRANSIENT, () -> kubernetes.createNamespace(namespace));
            assertFails(KubernetesException.Kind.TRANSIENT, () -> kubernetes.apply(late));
            assertThat(kubernetes.dryRun(List.of(late))).isEmpty();
        } finally {
            kubernetes.apply(free);
        }
    }

    @Test
    void aWatchGoesOnAfterTheApiServerWasAway(@TempDir Path directory) throws IOException, InterruptedException {
        URI server = URI.create(Config.autoConfigure(null).getMasterUrl());
        try (Gate gate = new Gate(server.getHost(), server.getPort());
                FabricKubernetes through = FabricKubernetes.connect(Connection.of(kubeconfig(directory, gate.port())));
                Watch watch = through.watch(namespace, CLUSTER_ID, log)) {
            log.await(health -> health.workloads().isEmpty());
            gate.shut();
            assertFails(KubernetesException.Kind.UNAVAILABLE, through::namespaces);
            kubernetes.apply(deployment(namespace, "client", IMAGE));
            gate.open();
            assertThat(log.awaitReady().workloads()).hasSize(1);
        }
    }

    @Test
    void tellsWhatAClusterWouldMeet() {
        kubernetes.apply(Manifests.service(namespace, "rollsite", 9370, nodePort));
        kubernetes.apply(Manifests.object(
                "v1", "ResourceQuota", namespace, "small", "spec", Map.of("hard", Map.of("requests.cpu", "1500m"))));
        Map<String, Object> containers = Map.of("type", "Container", "defaultRequest", Map.of("cpu", "200m"));
        kubernetes.apply(Manifests.object(
                "v1", "LimitRange", namespace, "defaults", "spec", Map.of("limits", List.of(containers))));
        ObjectRef unheard = new ObjectRef("example.org/v1", "Unheard", namespace, "x");

        PreflightFacts site = kubernetes.preflightFacts(
                namespace,
                CLUSTER_ID,
                List.of(deployment(namespace, "client", IMAGE).ref(), unheard));

        assertThat(site.namespace().phase()).isEqualTo("Active");
        assertThat(site.denied()).isEmpty();
        assertThat(site.unserved()).containsExactly("Unheard of example.org/v1");
        assertThat(site.namespace().podSecurity()).contains(PodSecurityLevel.PRIVILEGED);
        assertThat(site.namespace().defaults())
                .get()
                .satisfies(defaults -> assertThat(defaults.get("requests.cpu")).isEqualByComparingTo("0.2"));
        assertThat(site.namespace().quotas())
                .singleElement()
                .satisfies(quota -> assertThat(quota.hard().get("requests.cpu")).isEqualByComparingTo("1.5"));
        assertThat(site.cluster().capacity()).get().satisfies(capacity -> {
            assertThat(capacity.free().get("cpu")).isPositive();
            assertThat(capacity.nodes())
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(node.get("memory")).isPositive());
        });
        assertThat(site.cluster().nodePorts())
                .get()
                .satisfies(ports -> assertThat(ports).containsEntry(nodePort, namespace + "/rollsite"));
        assertThat(site.cluster().storageClasses()).isPresent();
        assertThat(site.cluster().ingressClasses()).isPresent();
    }

    @Test
    void aNamespaceThatDoesNotExistHasNoPhase() {
        assertThat(kubernetes
                        .preflightFacts("k8s-it-absent", CLUSTER_ID, List.of())
                        .namespace()
                        .phase())
                .isEmpty();
    }

    @Test
    void tellsWhatTheServiceMayNotDo(@TempDir Path directory) throws IOException {
        String nobody = Files.readString(Path.of(System.getenv("KUBECONFIG")))
                .replaceFirst("(?s)users:.*", "users: [{name: nobody, user: {token: " + tokenOfNobody() + "}}]")
                .replaceFirst("user: .*", "user: nobody");
        Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), nobody);
        try (FabricKubernetes asNobody = FabricKubernetes.connect(Connection.of(kubeconfig))) {
            PreflightFacts site = asNobody.preflightFacts(
                    namespace,
                    CLUSTER_ID,
                    List.of(deployment(namespace, "client", IMAGE).ref()));

            assertThat(site.denied()).contains("create deployments.apps", "delete deployments.apps");
            assertThat(site.cluster().capacity()).isEmpty();
            assertThat(site.cluster().nodePorts()).isEmpty();
        }
    }

    private static void assertFails(KubernetesException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(kind));
    }

    /** Returns the token of an account without roles. */
    private String tokenOfNobody() {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            var account = client.serviceAccounts()
                    .inNamespace(namespace)
                    .resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withName("nobody")
                            .endMetadata()
                            .build());
            account.create();
            return account.tokenRequest().getStatus().getToken();
        }
    }

    private void applyAs(String manager, Map<String, String> data) {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            ConfigMap settings = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("settings")
                    .endMetadata()
                    .withData(data)
                    .build();
            client.configMaps()
                    .inNamespace(namespace)
                    .resource(settings)
                    .fieldManager(manager)
                    .serverSideApply();
        }
    }

    private static Path kubeconfig(Path directory, int port) throws IOException {
        String original = Files.readString(Path.of(System.getenv("KUBECONFIG")));
        String changed = original.replaceFirst("server: https://([^:]+):\\d+", "server: https://$1:" + port);
        return Files.writeString(directory.resolve("kubeconfig"), changed);
    }
}
