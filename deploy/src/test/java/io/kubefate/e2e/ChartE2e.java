package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator installs the service with Helm. Its service account has the permissions of the chart alone. */
class ChartE2e {

    private static final Duration LIMIT = Duration.ofSeconds(280);
    private static final String RESTRICTED = "restricted";
    private static final String BASELINE = "baseline";

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
                RESTRICTED,
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
                    .contains("in namespace " + name + "-b the service has no permission to", "rbac.namespaces");
        }

        succeeds(kubectl.run("delete", "pod", "--selector=app.kubernetes.io/component=service", "--wait=false"));
        awaitPods(1);
        assertThat(servicePods())
                .as("waits for the database of the pod that ends")
                .allMatch(pod ->
                        pod.at("/status/containerStatuses/0/restartCount").asInt() == 0);
        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", password())) {
            assertThat(succeeds(service.kubefate("cluster", "describe", cluster)))
                    .contains("Running");
            succeeds(service.kubefate("cluster", "delete", cluster, "--wait"));
        }
        assertThat(refusals()).isEmpty();
    }

    @Test
    void twoReplicasWithMariaDbManageEachExample() throws IOException {
        WritableClaim.create(kubectl, folder, "data-" + name + "-kubefate-mariadb-0");
        install(RESTRICTED, "--set=replicaCount=2", "--set=metrics.enabled=true");
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
                // The examples keep no data.
                succeeds(service.kubefate(
                        "cluster", "update", "-f", changed.toString(), "--accept-data-loss", "--wait"));
                succeeds(service.kubefate("cluster", "delete", cluster, "--purge", "--wait"));
            }
        }
        assertThat(refusals()).isEmpty();
    }

    @Test
    void anUpgradeAndARollbackKeepClustersAndPasswords() {
        String cluster = namespace("a");
        WritableClaim.create(kubectl, folder, "data-" + name + "-kubefate-mariadb-0");
        install(BASELINE, "--set=admin.password=first-Passw0rd");
        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", "first-Passw0rd")) {
            Path file = ClusterFile.exchange(folder, cluster, "");
            succeeds(service.kubefate("cluster", "install", "-f", file.toString(), "--wait"));
        }
        Certificate certificate = Certificate.create(folder);
        succeeds(kubectl.run(
                "create",
                "secret",
                "tls",
                "certificate",
                "--cert=" + certificate.file(),
                "--key=" + certificate.key()));

        upgrade("--set=replicaCount=2", "--set=tls.existingSecret=certificate", "--set=admin.password=other-Passw0rd");

        succeeds(Helm.run("test", name, "--namespace", name));
        awaitPods(2);
        // The password of the values is that of the first start only.
        try (ForwardedService service =
                new ForwardedService(kubectl, name + "-kubefate", "first-Passw0rd", certificate)) {
            assertThat(succeeds(service.kubefate("cluster", "describe", cluster)))
                    .contains("Running");
            assertThat(service.kubefate("doctor").out()).contains("passwords in the database are encrypted");
        }

        succeeds(Helm.run("rollback", name, "1", "--namespace", name, "--wait", "--timeout", "8m"));
        awaitPods(1);

        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", "first-Passw0rd")) {
            assertThat(succeeds(service.kubefate("cluster", "describe", cluster)))
                    .contains("Running");
            succeeds(service.kubefate("cluster", "delete", cluster, "--wait"));
        }
    }

    @Test
    void anExternalDatabaseAndSecretsOfTheAdministrator() throws IOException {
        String cluster = namespace("a");
        kubectl.apply(folder, externalDatabase());
        Path key =
                Files.writeString(folder.resolve("encryption.key"), "a2V5IG9mIDMyIGJ5dGVzIGZvciBhIHRlc3QsIG5vdCE=\n");
        succeeds(kubectl.run("create", "secret", "generic", "encryption", "--from-file=" + key));
        install(
                BASELINE,
                "--set=database.type=external",
                "--set=database.external.host=database",
                "--set=database.external.existingSecret=database",
                "--set=encryption.existingSecret=encryption",
                "--set=admin.existingSecret=database");

        try (ForwardedService service = new ForwardedService(kubectl, name + "-kubefate", "admin-Passw0rd")) {
            assertThat(service.kubefate("doctor").out()).contains("passwords in the database are encrypted");
            Path file = ClusterFile.exchange(folder, cluster, "");
            succeeds(service.kubefate("cluster", "install", "-f", file.toString(), "--wait"));
            succeeds(service.kubefate("cluster", "delete", cluster, "--wait"));
        }
        assertThat(kubectl.names("secrets")).doesNotContain("Secret/" + name + "-kubefate-generated");
    }

    private static String externalDatabase() {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: database}
                stringData: {password: database-Passw0rd, kubefateUsername: admin, kubefatePassword: admin-Passw0rd}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: database, labels: {app: database}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                    - name: mariadb
                      image: %s
                      imagePullPolicy: Never
                      args: [--character-set-server=utf8mb4]
                      env:
                        - {name: MARIADB_DATABASE, value: kubefate}
                        - {name: MARIADB_USER, value: kubefate}
                        - {name: MARIADB_PASSWORD, value: database-Passw0rd}
                        - {name: MARIADB_ROOT_PASSWORD, value: root-Passw0rd}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: database}
                spec:
                  selector: {app: database}
                  ports: [{port: 3306, protocol: TCP}]
                """.formatted(ServiceImage.mariadb().orElseThrow());
    }

    private String namespace(String suffix) {
        String namespace = name + "-" + suffix;
        Kubectl cluster = new Kubectl(namespace);
        clusters.add(cluster);
        succeeds(cluster.run("create", "namespace", namespace));
        return namespace;
    }

    /** Installs the chart into the namespace, which then has this level of Pod Security. */
    private void install(String level, String... settings) {
        succeeds(kubectl.run("label", "namespace", name, "pod-security.kubernetes.io/enforce=" + level));
        List<String> words = new ArrayList<>(ServiceImage.settings());
        words.add("--set=image.pullPolicy=Never");
        words.addAll(List.of(settings));
        release("install", words);
    }

    /** Changes settings, and keeps the others. */
    private void upgrade(String... settings) {
        List<String> words = new ArrayList<>(List.of("--reset-then-reuse-values"));
        words.addAll(List.of(settings));
        release("upgrade", words);
    }

    private void release(String command, List<String> more) {
        List<String> words =
                new ArrayList<>(List.of(command, name, ".", "--namespace", name, "--wait", "--timeout", "8m"));
        words.addAll(more);
        Command.Result released = Helm.run(words.toArray(String[]::new));
        assertThat(released.exitCode())
                .as(() -> released + "\n" + kubectl.run("describe", "pods") + "\n" + log())
                .isZero();
    }

    /** Waits until there are this many pods of the service, and all are ready; a rollout also waits for those that end. */
    private void awaitPods(int replicas) {
        Eventually.holds(
                "there are %d ready pods".formatted(replicas),
                LIMIT,
                () -> servicePods().size() == replicas
                        && servicePods().stream()
                                .allMatch(pod -> pod.at("/status/containerStatuses/0/ready")
                                        .asBoolean()));
    }

    private List<JsonNode> servicePods() {
        return kubectl.items("pods").stream()
                .filter(pod -> pod.at("/metadata/labels/app.kubernetes.io~1component")
                        .asText()
                        .equals("service"))
                .toList();
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
