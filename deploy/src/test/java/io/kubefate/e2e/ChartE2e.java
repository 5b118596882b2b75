package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator installs the service with Helm. The namespace of the service has the Pod Security level "restricted", and its service
 * account the permissions of the chart alone.
 */
class ChartE2e {

    private static final Duration LIMIT = Duration.ofSeconds(280);

    @TempDir
    Path folder;

    private final String name = "chart-e2e-" + UUID.randomUUID().toString().substring(0, 8);
    private final Kubectl kubectl = new Kubectl(name);
    private final List<Kubectl> clusters = new ArrayList<>();

    @BeforeEach
    void createNamespace() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
        assumeTrue(ServiceImage.isKnown(), ServiceImage.MISSING);
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        succeeds(kubectl.run("create", "namespace", name));
    }

    @AfterEach
    void uninstall() {
        if (Helm.missing().isEmpty()) {
            Helm.run("uninstall", name, "--namespace", name, "--ignore-not-found");
        }
        clusters.forEach(Kubectl::deleteNamespace);
        kubectl.deleteNamespace();
    }

    @Test
    void oneReplicaWithAnEmbeddedDatabaseManagesTheNamespacesThatItMay() throws IOException {
        String cluster = namespace("a");
        WritableClaim.create(kubectl, folder, name + "-kubefate-claim");
        install(
                "--set=database.type=embedded",
                "--set=database.embedded.persistence.existingClaim=" + name + "-kubefate-claim",
                "--set=rbac.clusterWide=false",
                "--set=rbac.namespaces={" + cluster + "}");
        succeeds(Helm.run("test", name, "--namespace", name));

        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", password())) {
            assertThat(succeeds(service.kubefate("doctor", "--check-namespace", cluster)))
                    .contains("the service can manage clusters in namespace " + cluster)
                    .contains("plans do not check: the free capacity of nodes");
            assertThat(succeeds(service.kubefate("namespace", "list")))
                    .contains(cluster)
                    .doesNotContain("default");
            succeeds(service.kubefate(
                    "cluster",
                    "install",
                    "--wait",
                    "-f",
                    ClusterFile.exchange(folder, cluster, "").toString()));
            String elsewhere = ClusterFile.exchange(folder, name + "-b", "").toString();
            assertThat(service.kubefate("cluster", "install", "-f", elsewhere).err())
                    .contains("forbidden");
        }

        succeeds(kubectl.run("delete", "pod", "--selector=app.kubernetes.io/component=service"));
        succeeds(kubectl.run("rollout", "status", "deployment", "--timeout=" + LIMIT.toSeconds() + "s"));
        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", password())) {
            assertThat(succeeds(service.kubefate("cluster", "describe", cluster)))
                    .contains("Running");
            succeeds(service.kubefate("cluster", "delete", cluster, "--wait"));
        }
        assertThat(refusals()).hasSize(1);
    }

    @Test
    void twoReplicasWithMariaDbManageEachExample() throws IOException {
        WritableClaim.create(kubectl, folder, "data-" + name + "-kubefate-mariadb-0");
        install("--set=replicaCount=2", "--set=metrics.enabled=true");
        succeeds(Helm.run("test", name, "--namespace", name));

        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", password())) {
            assertThat(service.kubefate("doctor").out()).doesNotContain("must not");
            for (String example : List.of(
                    "cluster.yaml", "cluster-spark.yaml", "party-9999/cluster-serving.yaml", "exchange/cluster.yaml")) {
                String cluster = name + "-" + clusters.size();
                clusters.add(new Kubectl(cluster));
                Path file = ClusterFile.example(folder, cluster, example);
                succeeds(service.kubefate("cluster", "install", "-f", file.toString(), "--wait"));
                assertThat(succeeds(service.kubefate("cluster", "describe", cluster)))
                        .contains("Running");
                Path changed = ClusterFile.changed(file);
                succeeds(service.kubefate("cluster", "update", "-f", changed.toString(), "--wait"));
                succeeds(service.kubefate("cluster", "delete", cluster, "--purge", "--wait"));
            }
        }
        assertThat(refusals()).isEmpty();
    }

    private String namespace(String suffix) {
        String namespace = name + "-" + suffix;
        Kubectl cluster = new Kubectl(namespace);
        clusters.add(cluster);
        succeeds(cluster.run("create", "namespace", namespace));
        return namespace;
    }

    private void install(String... settings) {
        succeeds(kubectl.run("label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted"));
        List<String> words = new ArrayList<>(List.of(
                "install",
                name,
                ".",
                "--namespace",
                name,
                "--wait",
                "--timeout",
                "8m",
                "--set=image.pullPolicy=Never"));
        words.addAll(ServiceImage.settings());
        words.addAll(List.of(settings));
        Command.Result installed = Helm.run(words.toArray(String[]::new));
        assertThat(installed.exitCode())
                .as(() -> installed + "\n" + kubectl.run("describe", "pods") + "\n" + log())
                .isZero();
    }

    private String password() {
        return kubectl.secret(name + "-kubefate-generated", "kubefatePassword");
    }

    private List<String> refusals() {
        return log().lines().filter(line -> line.contains("forbidden")).toList();
    }

    private String log() {
        return kubectl.run("logs", "--selector=app.kubernetes.io/component=service", "--tail=-1", "--all-containers")
                .out();
    }

    private static String succeeds(Command.Result result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }
}
