package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is impossible is rejected at once with the reason, and what fails all the same reports what it leaves. */
class PreflightE2e extends Scenario {

    private static final int POD_SECURITY = 23;

    @Test
    void aNamespaceThatIsBeingDeletedIsRejectedAndAForcedInstallWaitsForItsEnd() {
        kubectl.run("create", "namespace", cluster);
        kubectl.apply(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held, finalizers: [kubefate.io/test]}
                """);
        kubectl.run("delete", "namespace", cluster, "--wait=false");
        Path file = ClusterFile.exchange(folder, cluster, "");

        Eventually.holds(
                "the plan says what the namespace waits for",
                LIMIT,
                () -> plan(file).out().contains(cluster + " is being deleted; it waits for: "));
        Command.Result rejected = service.kubefate("cluster", "install", "-f", file.toString());
        assertThat(rejected.exitCode()).isEqualTo(1);
        assertThat(rejected.err()).contains(cluster + " is being deleted");

        String job = jobId(service.kubefate("cluster", "install", "-f", file.toString(), "--force"));
        Eventually.holds(
                "it says what it waits for",
                LIMIT,
                () -> job(job).at("/states").toString().contains("trying again: namespace " + cluster));
        kubectl.run("patch", "configmap", "held", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}");

        JsonNode ended = ended(job);
        assertThat(ended.at("/status").asText()).isEqualTo("Success");
        assertThat(ended.at("/states").toString()).doesNotContain("does not answer");
    }

    @Test
    void aPodSecurityPolicyIsRejectedIfKubernetesHasNone() {
        assumeTrue(
                kubectl.run("get", "podsecuritypolicies").exitCode() != 0, "this Kubernetes has PodSecurityPolicies");
        Path file = ClusterFile.with(
                ClusterFile.example(folder, cluster, "party-9999/cluster-serving-2.1.yaml"),
                "podSecurityPolicy: {enabled: true}");

        assertThat(service.kubefate("cluster", "install", "-f", file.toString()).err())
                .contains("Kubernetes does not serve PodSecurityPolicy", "remove podSecurityPolicy from cluster.yaml");
    }

    @Test
    void aQuotaThatRequiresRequestsIsSatisfiedByALimitRange() {
        kubectl.run("create", "namespace", cluster);
        kubectl.run("create", "quota", "q", "--hard=requests.cpu=8,requests.memory=8Gi");
        Path file = ClusterFile.exchange(folder, cluster, "");

        assertThat(plan(file).out())
                .contains("ResourceQuota/q requires that every container specifies requests.cpu, requests.memory")
                .contains("create a LimitRange");

        kubectl.apply(folder, """
                apiVersion: v1
                kind: LimitRange
                metadata: {name: defaults}
                spec: {limits: [{type: Container, defaultRequest: {cpu: 100m, memory: 64Mi}}]}
                """);
        install(file);
    }

    @Test
    void nodePortsMoveBetweenTheServicesOfTheClusterInOneUpdate() {
        int port = ThreadLocalRandom.current().nextInt(31000, 32000);
        install(ClusterFile.serving(folder, cluster, nodePorts(port, port + 1)));

        Command.Result update = service.kubefate(
                "cluster",
                "update",
                "-f",
                ClusterFile.serving(folder, cluster, nodePorts(port + 1, port)).toString(),
                "--wait");

        assertSuccess(update);
        assertThat(nodePorts("serving-proxy")).contains(port + 1);
        assertThat(nodePorts("serving-server")).contains(port);
    }

    @Test
    void anUpdateInANamespaceThatForbidsItsPodsIsRejectedAndAForcedOneEnds() {
        assumeTrue(minorVersion() >= POD_SECURITY, "needs a Kubernetes with Pod Security levels");
        JsonNode installed = install(ClusterFile.exchange(folder, cluster, route("10.0.0.1")));
        kubectl.run("label", "namespace", cluster, "pod-security.kubernetes.io/enforce=restricted");
        Path file = ClusterFile.exchange(folder, cluster, route("10.0.0.2"));

        Command.Result rejected = service.kubefate("cluster", "update", "-f", file.toString());
        assertThat(rejected.exitCode()).isEqualTo(1);
        assertThat(rejected.err())
                .contains("enforces level restricted, which rejects the pods of Deployment/rollsite")
                .contains("need level baseline", "pod-security.kubernetes.io/enforce=baseline");

        String job = jobId(service.kubefate("cluster", "update", "-f", file.toString(), "--force"));
        Eventually.holds(
                "the reason is shown",
                LIMIT,
                () -> job(job).at("/reasons").toString().contains("enforces Pod Security level restricted"));
        assertThat(describe(installed).at("/Info/reasons").toString()).contains("rollsite");
        kubectl.run("label", "--overwrite", "namespace", cluster, "pod-security.kubernetes.io/enforce=baseline");
        kubectl.run("rollout", "restart", "deployment/rollsite");
        assertThat(ended(job).at("/status").asText()).isEqualTo("Success");
    }

    @Test
    void anInstallThatAPolicyRejectsNamesTheWebhookAndWhatRemains() {
        kubectl.run("create", "namespace", cluster);
        kubectl.apply(folder, """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: %1$s}
                webhooks:
                  - name: policy.kubefate.io
                    admissionReviewVersions: [v1]
                    sideEffects: None
                    timeoutSeconds: 1
                    clientConfig: {url: "https://127.0.0.1:1/"}
                    namespaceSelector: {matchLabels: {policy: %1$s}}
                    rules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]
                """.formatted(cluster));
        try {
            kubectl.run("label", "namespace", cluster, "policy=" + cluster);
            Path file = ClusterFile.exchange(folder, cluster, "");
            String unanswered = "admission webhook \"policy.kubefate.io\" does not answer";
            assertThat(plan(file).out()).contains(unanswered);

            Instant begin = Instant.now();
            String job =
                    jobId(service.kubefate("cluster", "install", "-f", file.toString(), "--force", "--timeout", "8s"));
            JsonNode ended = ended(job);

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
            assertThat(ended.at("/status").asText()).isEqualTo("Failed");
            assertThat(StreamSupport.stream(ended.at("/states").spliterator(), false)
                            .map(JsonNode::asText))
                    .anyMatch(state -> state.contains("trying again: ") && state.contains(unanswered))
                    .noneMatch(state -> state.contains("Kubernetes does not answer"))
                    .anyMatch(state -> state.contains(
                            "kubefate cluster delete " + ended.at("/cluster_id").asText()));
        } finally {
            kubectl.run("delete", "validatingwebhookconfiguration", cluster);
        }
    }

    private Command.Result plan(Path file) {
        return service.kubefate("cluster", "plan", "-f", file.toString());
    }

    private List<Integer> nodePorts(String service) {
        return kubectl.items("services").stream()
                .filter(found -> found.at("/metadata/name").asText().equals(service))
                .flatMap(found -> StreamSupport.stream(found.at("/spec/ports").spliterator(), false))
                .map(found -> found.at("/nodePort").asInt())
                .toList();
    }

    private int minorVersion() {
        JsonNode version = json(kubectl.run("version", "-o", "json"));
        return Integer.parseInt(version.at("/serverVersion/minor").asText().replaceAll("\\D", ""));
    }

    private static String route(String ip) {
        return "rollsite: {partyList: [{partyId: 10000, partyIp: " + ip + ", partyPort: 30010}]}\n";
    }

    private static String nodePorts(int proxy, int server) {
        return """
                servingProxy: {type: NodePort, nodePort: %d}
                servingServer: {type: NodePort, nodePort: %d}
                """.formatted(proxy, server);
    }
}
