package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service uses each permission that its service account has, and needs no other. */
class PermissionsE2e {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String NO_IMAGE = "federatedai/client:none";

    /** Plugins use these kinds if Istio is installed; Kubernetes 1.35 and newer regard the GET of a WebSocket as "create", too. */
    private static final Set<String> UNTRIED = new TreeSet<>(Stream.concat(
                    Stream.of("create pods/exec", "create pods/portforward"),
                    Stream.of("gateways", "virtualservices")
                            .flatMap(kind -> Stream.of("get", "list", "watch", "create", "update", "patch", "delete")
                                    .map(verb -> verb + " " + kind + ".networking.istio.io")))
            .toList());

    /** An object of each kind that plugins use. */
    private static final String MODULE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: demo}
            data: {release: ${release}}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: demo}
            data: {release: dg==}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: demo}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Mi}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: demo}
            spec:
              selector: {app: demo}
              ports: [{name: http, port: 8080, protocol: TCP}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: demo}
            spec:
              rules:
                - host: demo.kubefate.net
                  http:
                    paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: demo, port: {number: 8080}}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: demo}
            spec:
              selector: {matchLabels: {app: demo}}
              template:
                metadata: {labels: {app: demo}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                    - name: demo
                      image: federatedai/fateboard:1.5.0-release
                      env: [{name: RELEASE, value: ${release}}]
                      volumeMounts: [{name: data, mountPath: /volume}]
                  volumes: [{name: data, persistentVolumeClaim: {claimName: demo}}]
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: demo}
            spec:
              serviceName: demo
              selector: {matchLabels: {app: stateful}}
              template:
                metadata: {labels: {app: stateful}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers: [{name: demo, image: federatedai/client:1.5.0-release}]
            """;

    /** Sets fields that the plugin does not set: to remove them takes an update, since an apply leaves them. */
    private static final Map<String, String> CHANGES = Map.of(
            "configmap",
            "{'data': {'added': 'a'}}",
            "secret",
            "{'data': {'added': 'YQ=='}}",
            "service",
            "{'spec': {'externalIPs': ['10.99.99.99']}}",
            "ingress",
            "{'spec': {'defaultBackend': {'service': {'name': 'demo', 'port': {'number': 1}}}}}",
            "deployment",
            "{'spec': {'replicas': 2, 'minReadySeconds': 1}}",
            "statefulset",
            "{'spec': {'replicas': 2, 'template': {'metadata': {'labels': {'added': 'a'}}}}}");

    /** What podSecurityPolicy.enabled adds to a cluster. */
    private static final String ACCOUNT = """
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: demo}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: demo}
            rules:
              - {apiGroups: [policy], resources: [podsecuritypolicies], resourceNames: [demo], verbs: [use]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: demo}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: demo}
            subjects: [{kind: ServiceAccount, name: demo, namespace: default}]
            """;

    @TempDir
    Path folder;

    private final String cluster = "e2e-" + UUID.randomUUID().toString().substring(0, 8);
    private final String account = cluster + "-service";
    private final Kubectl kubectl = new Kubectl(cluster);
    private final Kubectl home = new Kubectl(account);

    @BeforeEach
    void createNamespace() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
    }

    @AfterEach
    void remove() {
        kubectl.deleteNamespace();
        home.run("delete", "clusterrole,clusterrolebinding", account, "--ignore-not-found");
        home.deleteNamespace();
    }

    @Test
    void inTheWholeKubernetesCluster() throws IOException {
        Kubectl.ofAllNamespaces().apply(folder, manifest());
        try (RecordedKubernetes kubernetes = new RecordedKubernetes(folder, token("kubefate-admin"))) {
            operate(kubernetes.variables(), MODULE, CHANGES);

            assertThat(kubernetes.refused()).isEmpty();
            assertThat(unused(kubernetes, home.object("clusterrole", account))).isEqualTo(UNTRIED);
        }
    }

    @Test
    void inSomeNamespacesOnly() {
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        succeeds(kubectl.run("create", "namespace", cluster));
        succeeds(home.run("create", "namespace", account));
        Kubectl.ofAllNamespaces().apply(folder, chart());
        try (RecordedKubernetes kubernetes = new RecordedKubernetes(folder, token("kubefate"))) {
            Map<String, String> settings = new HashMap<>(kubernetes.variables());
            settings.put("KUBEFATE_NAMESPACES", cluster);
            operate(settings, MODULE, CHANGES);

            // Preflight rules do without what they must not read, and the namespace exists.
            assertThat(kubernetes.refused())
                    .containsExactlyInAnyOrder(
                            "create namespaces",
                            "list ingressclasses.networking.k8s.io",
                            "list nodes",
                            "list pods",
                            "list services",
                            "list storageclasses.storage.k8s.io");
            assertThat(unused(kubernetes, kubectl.object("role", "kubefate-role")))
                    .isEqualTo(UNTRIED);
        }
    }

    @Test
    void forPodSecurityPolicies() {
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        succeeds(kubectl.run("create", "namespace", cluster));
        assumeTrue(
                kubectl.run("get", "podsecuritypolicies").exitCode() == 0,
                "this Kubernetes has no PodSecurityPolicies");
        succeeds(home.run("create", "namespace", account));
        Kubectl.ofAllNamespaces().apply(folder, chart("--set=rbac.podSecurityPolicy=true"));
        try (RecordedKubernetes kubernetes = new RecordedKubernetes(folder, token("kubefate"))) {
            Map<String, String> settings = new HashMap<>(kubernetes.variables());
            settings.put("KUBEFATE_NAMESPACES", cluster);
            Map<String, String> changes = new HashMap<>(CHANGES);
            changes.put("serviceaccount", "{'imagePullSecrets': [{'name': 'added'}]}");
            changes.put("role", "{'rules': []}");
            changes.put("rolebinding", "{'subjects': []}");
            operate(settings, MODULE + ACCOUNT, changes);

            Set<String> untried = new TreeSet<>(UNTRIED);
            untried.add("use podsecuritypolicies.policy");
            assertThat(unused(kubernetes, kubectl.object("role", "kubefate-role")))
                    .isEqualTo(untried);
        }
    }

    @Test
    void withoutThemAClusterWithAnAccountIsRejectedAndTheValueOfTheChartIsNamed() {
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        succeeds(kubectl.run("create", "namespace", cluster));
        succeeds(home.run("create", "namespace", account));
        Kubectl.ofAllNamespaces().apply(folder, chart());
        try (RecordedKubernetes kubernetes = new RecordedKubernetes(folder, token("kubefate"))) {
            Map<String, String> settings = new HashMap<>(kubernetes.variables());
            settings.put("KUBEFATE_NAMESPACES", cluster);
            try (Service service = new Service(folder, settings)) {
                Path jar = MigratingPlugin.build(folder, cluster, cluster, "v9.1.0", MODULE + ACCOUNT);
                run(service, "plugin", "install", "-f", jar.toString());

                assertThat(service.kubefate("cluster", "install", "-f", file("v9.1.0"))
                                .err())
                        .contains("create serviceaccounts", "rbac.podSecurityPolicy=true");
            }
        }
    }

    /** Does what users do. */
    private void operate(Map<String, String> settings, String module, Map<String, String> changes) {
        try (Service service = new Service(folder, settings)) {
            Stream.of("v9.1.0", "v9.2.0").forEach(version -> {
                Path jar = MigratingPlugin.build(folder, cluster + "-" + version, cluster, version, module);
                run(service, "plugin", "install", "-f", jar.toString());
            });
            run(service, "doctor", "--check-namespace", cluster);
            run(service, "namespace", "list");
            run(service, "cluster", "install", "-f", file("v9.1.0"), "--wait");
            run(service, "cluster", "logs", cluster);
            run(service, "cluster", "events", cluster);
            run(service, "cluster", "exec", cluster, "demo", "--", "true");
            run(service, "cluster", "check", cluster);
            open(service);
            breakStatefulSet();
            changeEachObject(changes);
            assertThat(service.kubefate("cluster", "drift", cluster).toString())
                    .contains("Deployment/demo", "StatefulSet/demo", "ConfigMap/demo", "Secret/demo", "Service/demo")
                    .contains("Ingress/demo");
            run(service, "cluster", "reconcile", cluster, "--wait");
            run(service, "cluster", "update", "-f", file("v9.2.0"), "--wait");
            run(service, "cluster", "delete", cluster, "--purge", "--wait");
        }
    }

    private void open(Service service) {
        Command.Running open = service.start("cluster", "open", cluster, "demo", "--forward");
        try {
            Eventually.holds("the address is printed", LIMIT, () -> open.out().contains("\n"));
            connect(URI.create(open.out().strip()));
        } finally {
            open.interrupt();
            open.end();
        }
    }

    /** The forwarded port is opened by the first connection. What the page answers does not matter. */
    private static void connect(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changeEachObject(Map<String, String> changes) {
        changes.forEach((kind, change) ->
                succeeds(kubectl.run("patch", kind, "demo", "--type=merge", "--patch", change.replace('\'', '"'))));
    }

    /** Kubernetes does not replace the broken pod when the StatefulSet is repaired, so the service deletes it. */
    private void breakStatefulSet() {
        String image =
                "[{'op': 'replace', 'path': '/spec/template/spec/containers/0/image', 'value': '" + NO_IMAGE + "'}]";
        succeeds(kubectl.run("patch", "statefulset", "demo", "--type=json", "--patch", image.replace('\'', '"')));
        Eventually.holds("the StatefulSet has a broken pod", LIMIT, this::hasBrokenPod);
    }

    private boolean hasBrokenPod() {
        return kubectl.items("pods").stream()
                .anyMatch(pod -> pod.at("/spec/containers/0/image").asText().equals(NO_IMAGE)
                        && pod.at("/metadata/deletionTimestamp").isMissingNode());
    }

    private static Set<String> unused(RecordedKubernetes kubernetes, JsonNode role) {
        Set<String> granted =
                Permission.of(role).map(Permission::toString).collect(Collectors.toCollection(TreeSet::new));
        granted.removeAll(kubernetes.used());
        return granted;
    }

    /** {@return rbac-config.yaml with the names of this test} */
    private String manifest() throws IOException {
        return Files.readString(Helm.CHART.resolveSibling("rbac-config.yaml"))
                .replaceAll("\\bkube-fate\\b", account)
                .replaceAll("\\bname: kubefate(-role)?\n", "name: " + account + "\n");
    }

    private String chart(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--namespace=" + account, "--set=rbac.clusterWide=false", "--set=rbac.namespaces={" + cluster + "}"));
        settings.addAll(List.of(more));
        return Helm.render(List.of("rbac.yaml", "serviceaccount.yaml"), settings.toArray(String[]::new));
    }

    /** {@return the token of a service account, as every version of Kubernetes creates it} */
    private String token(String name) {
        home.apply(folder, """
                apiVersion: v1
                kind: Secret
                metadata: {name: token, annotations: {kubernetes.io/service-account.name: %s}}
                type: kubernetes.io/service-account-token
                """.formatted(name));
        Eventually.holds(
                "the token is there",
                LIMIT,
                () -> !home.secret("token", "token").isEmpty());
        return home.secret("token", "token");
    }

    private String file(String version) {
        try {
            Path file = folder.resolve(version + ".yaml");
            return Files.writeString(file, """
                    name: %1$s
                    namespace: %1$s
                    chartName: %1$s
                    chartVersion: %2$s
                    backend: eggroll
                    modules: [demo]
                    """.formatted(cluster, version)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Service service, String... arguments) {
        Command.Result result = service.kubefate(arguments);
        assertThat(result.exitCode()).as("%s%n%s", result, service.logText()).isZero();
    }

    private static void succeeds(Command.Result result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }
}
