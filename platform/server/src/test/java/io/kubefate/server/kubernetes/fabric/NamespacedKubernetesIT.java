package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A service account with a Role in one namespace, and without permissions elsewhere. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class NamespacedKubernetesIT {

    private static final String NAME = "member";
    private static final Map<String, Object> ROLE =
            Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", "Role", "name", NAME);
    private static final List<Map<String, Object>> RULES = List.of(
            Map.of("apiGroups", List.of(""), "resources", List.of("configmaps"), "verbs", List.of("*")),
            Map.of("apiGroups", List.of(""), "resources", List.of("namespaces"), "verbs", List.of("get")));

    @TempDir
    private Path folder;

    private final TestNamespace testNamespace = new TestNamespace();
    private final String namespace = testNamespace.name();
    private FabricKubernetes kubernetes;

    @BeforeEach
    void connect() throws IOException {
        String member = Files.readString(Path.of(System.getenv("KUBECONFIG")))
                .replaceFirst("(?s)users:.*", "users: [{name: member, user: {token: " + tokenOfMember() + "}}]")
                .replaceFirst("user: .*", "user: member");
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), member);
        kubernetes = FabricKubernetes.connect(Connection.of(kubeconfig), List.of(namespace));
    }

    @AfterEach
    void removeNamespace() {
        kubernetes.close();
        testNamespace.close();
    }

    @Test
    void usesANamespaceThatExists() {
        assertThat(kubernetes.createNamespace(namespace)).isFalse();
        assertThatThrownBy(() -> kubernetes.createNamespace("k8s-it-absent"))
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("cannot create resource \"namespaces\"");
    }

    @Test
    void listsItsNamespaces() {
        assertThat(kubernetes.namespaces()).extracting(NamespaceView::name).containsExactly(namespace);
    }

    @Test
    void followsTheClustersInItsNamespaces() throws InterruptedException {
        Manifest settings = configMap(namespace, "settings", "value");
        Semaphore told = new Semaphore(0);
        try (ClusterFeed feed = kubernetes.follow(cluster -> told.release(cluster.equals(CLUSTER_ID) ? 1 : 0))) {
            feed.include(List.of(settings.ref()));
            assertThat(isLive(feed)).isTrue();

            kubernetes.apply(settings);
            assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean isLive(ClusterFeed feed) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!feed.isLive() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        return feed.isLive();
    }

    private String tokenOfMember() {
        testNamespace.kubernetes().apply(object("Role", Map.of("rules", RULES)));
        testNamespace
                .kubernetes()
                .apply(object("RoleBinding", Map.of("roleRef", ROLE, "subjects", List.of(subject()))));
        try (KubernetesClient client = Connection.find().open(builder -> {})) {
            var account = client.serviceAccounts()
                    .inNamespace(namespace)
                    .resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withName(NAME)
                            .endMetadata()
                            .build());
            account.create();
            return account.tokenRequest().getStatus().getToken();
        }
    }

    private Manifest object(String kind, Map<String, Object> content) {
        Map<String, Object> all = new HashMap<>(content);
        all.put("apiVersion", "rbac.authorization.k8s.io/v1");
        all.put("kind", kind);
        all.put("metadata", Map.of("name", NAME, "namespace", namespace));
        return new Manifest(all);
    }

    private Map<String, Object> subject() {
        return Map.of("kind", "ServiceAccount", "name", NAME, "namespace", namespace);
    }
}
