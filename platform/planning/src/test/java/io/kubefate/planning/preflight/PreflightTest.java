package io.kubefate.planning.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.preflight.PreflightFacts.NamespaceFacts;
import io.kubefate.planning.preflight.PreflightFinding.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreflightTest {

    private static final Map<String, BigDecimal> NODE =
            Map.of("cpu", BigDecimal.valueOf(8), "memory", BigDecimal.valueOf(1L << 40));

    private static final Owner OWNER = new Owner("id", "fate", "ns");

    private final List<Manifest> desired = new ArrayList<>();

    @Test
    void passesWhereNothingIsInTheWay() {
        want("Service", Map.of("ports", List.of(Map.of("nodePort", 30091))));
        want("PersistentVolumeClaim", Map.of());
        want("Ingress", Map.of("ingressClassName", "nginx"));

        assertThat(checks(site())).extracting(PreflightFinding::status).containsOnly(Status.PASSED);
        assertThat(checks(site()))
                .extracting(PreflightFinding::rule)
                .containsExactly(
                        "namespace",
                        "permissions",
                        "kinds",
                        "pod security",
                        "node size",
                        "capacity",
                        "quota",
                        "storage classes",
                        "node ports",
                        "ingress classes");
    }

    @Test
    void tellsANamespaceThatIsBeingDeleted() {
        PreflightFacts site =
                site(new NamespaceFacts("Terminating", "1 finalizer", Optional.empty(), List.of(), Optional.empty()));

        assertThat(check(site, "namespace").text())
                .isEqualTo(
                        "namespace: ns is being deleted; it waits for: 1 finalizer; wait until it is gone, or use another"
                                + " namespace");
        assertThat(check(site, "namespace").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void rejectsNewPodsThatTheLevelOfTheNamespaceForbids() {
        pods(1, "1", "1Gi");

        assertThat(check(site(enforcing(PodSecurityLevel.RESTRICTED)), "pod security"))
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.FAILED);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "namespace ns enforces level restricted, which rejects the pods of Deployment/name-0"
                                            + " (allowPrivilegeEscalation, capabilities, runAsNonRoot, seccompProfile)");
                    assertThat(finding.remedy())
                            .contains("pod-security.kubernetes.io/enforce=baseline", "need level baseline");
                });
        assertThat(check(site(enforcing(PodSecurityLevel.BASELINE)), "pod security"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.PASSED, "the pods need level baseline; namespace ns enforces level baseline");
    }

    @Test
    void runningPodsMayStayWhereNewOnesAreForbidden() {
        pods(1, "1", "1Gi");
        Manifest running = desired.get(0).withLabel(Ownership.CLUSTER, "id");
        desired.set(0, running);
        LiveState state = new LiveState(List.of(running), Map.of(running.ref(), new DryRunResult.Accepted(running)));
        Plan plan = Planner.careful(OWNER).plan(desired, Inventory.NONE, state);

        assertThat(Preflight.findings(OWNER, site(enforcing(PodSecurityLevel.RESTRICTED)), desired, plan))
                .filteredOn(finding -> finding.rule().equals("pod security"))
                .extracting(PreflightFinding::status)
                .containsExactly(Status.WARNING);
    }

    @Test
    void aRestrictedPodMayRunEverywhere() {
        Map<String, Object> container = Map.of(
                "securityContext",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
        Map<String, Object> podSpec = Map.of(
                "securityContext",
                Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")),
                "containers",
                List.of(container));
        want("Deployment", Map.of("template", Map.of("spec", podSpec)));

        assertThat(check(site(enforcing(PodSecurityLevel.RESTRICTED)), "pod security")
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @MethodSource("privilegedPods")
    void whatTouchesTheNodeNeedsAPrivilegedNamespace(Map<String, Object> pod, Map<String, Object> container) {
        Map<String, Object> podSpec = new HashMap<>(pod);
        podSpec.put("containers", List.of(container));
        want("Deployment", Map.of("template", Map.of("spec", podSpec)));

        assertThat(check(site(), "pod security").message()).startsWith("the pods need level privileged");
    }

    static Stream<Arguments> privilegedPods() {
        Map<String, Object> none = Map.of();
        return Stream.of(
                Arguments.of(Map.of("hostNetwork", true), none),
                Arguments.of(Map.of("volumes", List.of(Map.of("name", "a", "hostPath", Map.of("path", "/")))), none),
                Arguments.of(Map.of("securityContext", Map.of("seccompProfile", Map.of("type", "Unconfined"))), none),
                Arguments.of(Map.of("securityContext", Map.of("sysctls", List.of(Map.of("name", "vm.x")))), none),
                Arguments.of(none, Map.of("ports", List.of(Map.of("hostPort", 80)))),
                Arguments.of(none, Map.of("securityContext", Map.of("privileged", true))),
                Arguments.of(none, Map.of("securityContext", Map.of("procMount", "Unmasked"))),
                Arguments.of(
                        none, Map.of("securityContext", Map.of("capabilities", Map.of("add", List.of("SYS_ADMIN"))))));
    }

    @Test
    void tellsWhatIsForbiddenAndWhatIsNotServed() {
        PreflightFacts site =
                site("Active", List.of("create deployments.apps"), List.of("Gateway of istio/v1"), List.of());

        assertThat(check(site, "permissions").message()).contains("create deployments.apps");
        assertThat(check(site, "kinds").message()).contains("Gateway of istio/v1");
    }

    @Test
    void namesTheValueOfTheChartThatLetsTheServiceCreateAccounts() {
        PreflightFacts site = site(
                "Active",
                List.of("create serviceaccounts", "list roles.rbac.authorization.k8s.io"),
                List.of(),
                List.of());

        assertThat(check(site, "permissions").remedy())
                .contains("podSecurityPolicy.enabled", "rbac.podSecurityPolicy=true");
    }

    @Test
    void tellsThatPodSecurityPoliciesWereRemoved() {
        PreflightFacts site = site("Active", List.of(), List.of("PodSecurityPolicy of policy/v1beta1"), List.of());

        assertThat(check(site, "kinds").text())
                .contains("does not serve PodSecurityPolicy", "remove podSecurityPolicy from cluster.yaml");
    }

    @Test
    void tellsAStorageClassThatDoesNotExist() {
        want("PersistentVolumeClaim", Map.of("storageClassName", "fast"));

        assertThat(check(site(), "storage classes"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.FAILED, "fast does not exist");
    }

    @Test
    void tellsAStorageClassOfAClaimTemplateThatDoesNotExist() {
        Map<String, Object> template =
                Map.of("metadata", Map.of("name", "data"), "spec", Map.of("storageClassName", "x"));
        want("StatefulSet", Map.of("volumeClaimTemplates", List.of(template)));

        assertThat(check(site(), "storage classes").message()).isEqualTo("x does not exist");
    }

    @Test
    void tellsWhoUsesANodePort() {
        want("Service", Map.of("ports", List.of(Map.of("nodePort", 30500))));

        assertThat(check(site(), "node ports"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.FAILED, "30500 is used by Service other/web");
    }

    @Test
    void aMissingIngressClassIsOnlyAWarning() {
        want("Ingress", Map.of("ingressClassName", "traefik"));

        assertThat(check(site(), "ingress classes").status()).isEqualTo(Status.WARNING);
    }

    @Test
    void tellsThatTheNodesHaveTooLittle() {
        pods(3, "4", "1Gi");

        assertThat(check(site(), "capacity"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.WARNING, "cpu: 12 requested, 8 free");
    }

    @Test
    void rejectsAPodThatIsLargerThanEveryNode() {
        pods(1, "9", "1Gi");

        assertThat(check(site(), "node size")).satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.message())
                    .startsWith("no node is large enough: ")
                    .contains("requests 9 cpu");
        });
    }

    @Test
    void acceptsPodsThatFitOnANodeEach() {
        pods(3, "8", "1Gi");

        assertThat(check(site(), "node size").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void tellsWhichQuotaWouldBeExceeded() {
        pods(2, "1", "1Gi");
        PreflightFacts.Quota quota = new PreflightFacts.Quota(
                "small",
                Map.of("pods", BigDecimal.TEN, "requests.cpu", BigDecimal.ONE),
                Map.of("pods", BigDecimal.ONE, "requests.cpu", BigDecimal.ZERO));

        assertThat(check(site("Active", List.of(), List.of(), List.of(quota)), "quota"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.FAILED, "ResourceQuota/small: requests.cpu: 2 more, 0 of 1 used");
    }

    @Test
    void rejectsContainersWithoutRequestsThatAQuotaRequires() {
        Map<String, Object> container = Map.of("resources", Map.of("limits", Map.of("cpu", "1")));
        want("Deployment", Map.of("template", Map.of("spec", Map.of("containers", List.of(container)))));
        PreflightFacts.Quota quota = new PreflightFacts.Quota(
                "q", Map.of("requests.cpu", BigDecimal.TEN, "requests.memory", BigDecimal.TEN), Map.of());

        assertThat(check(site("Active", List.of(), List.of(), List.of(quota)), "quota"))
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.FAILED);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "ResourceQuota/q requires that every container specifies requests.memory; these do not:"
                                            + " Deployment/name-0");
                    assertThat(finding.remedy()).contains("LimitRange", "defaultRequest");
                });
    }

    @Test
    void theDefaultsOfTheNamespaceAreRequestsToo() {
        Map<String, Object> podSpec = Map.of("containers", List.of(Map.of("name", "a"), Map.of("name", "b")));
        want("Deployment", Map.of("template", Map.of("spec", podSpec)));
        PreflightFacts.Quota quota = new PreflightFacts.Quota("q", Map.of("requests.cpu", BigDecimal.ONE), Map.of());
        NamespaceFacts namespace = new NamespaceFacts(
                "Active",
                "",
                Optional.of(PodSecurityLevel.PRIVILEGED),
                List.of(quota),
                Optional.of(Map.of("requests.cpu", BigDecimal.ONE)));

        assertThat(check(site(namespace), "quota").message())
                .isEqualTo("ResourceQuota/q: requests.cpu: 2 more, 0 of 1 used");
    }

    @Test
    void aPortThatAServiceOfTheClusterGivesUpIsFree() {
        want("Service", Map.of("ports", List.of(Map.of("nodePort", 30501))));
        want("Service", Map.of("ports", List.of(Map.of("nodePort", 30500))));
        PreflightFacts site = site(NamespaceFacts.unlimited("Active"), Map.of(30500, "ns/name-0", 30501, "ns/name-1"));

        assertThat(check(site, "node ports").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void whatMayNotBeLookedAtIsUnknown() {
        pods(1, "1", "1Gi");
        PreflightFacts site = PreflightFacts.unlimited("Active");

        assertThat(check(site, "capacity").status()).isEqualTo(Status.UNKNOWN);
    }

    private static PreflightFacts site() {
        return site("Active", List.of(), List.of(), List.of());
    }

    private static PreflightFacts site(
            String phase, List<String> denied, List<String> unserved, List<PreflightFacts.Quota> quotas) {
        NamespaceFacts namespace =
                new NamespaceFacts(phase, "", Optional.of(PodSecurityLevel.PRIVILEGED), quotas, Optional.of(Map.of()));
        return new PreflightFacts(namespace, denied, unserved, cluster(Map.of(30500, "other/web")));
    }

    private static PreflightFacts site(NamespaceFacts namespace) {
        return site(namespace, Map.of(30500, "other/web"));
    }

    private static PreflightFacts site(NamespaceFacts namespace, Map<Integer, String> nodePorts) {
        return new PreflightFacts(namespace, List.of(), List.of(), cluster(nodePorts));
    }

    private static NamespaceFacts enforcing(PodSecurityLevel level) {
        return new NamespaceFacts("Active", "", Optional.of(level), List.of(), Optional.of(Map.of()));
    }

    private static PreflightFacts.ClusterFacts cluster(Map<Integer, String> nodePorts) {
        return new PreflightFacts.ClusterFacts(
                Optional.of(new PreflightFacts.Capacity(List.of(NODE, NODE), NODE)),
                Optional.of(Set.of("", "standard")),
                Optional.of(nodePorts),
                Optional.of(Set.of("nginx")));
    }

    private PreflightFinding check(PreflightFacts site, String name) {
        return checks(site).stream()
                .filter(finding -> finding.rule().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<PreflightFinding> checks(PreflightFacts site) {
        Plan plan = Planner.careful(OWNER).plan(desired, Inventory.NONE, new LiveState(List.of(), Map.of()));
        return Preflight.findings(OWNER, site, desired, plan);
    }

    private void pods(int replicas, String cpu, String memory) {
        Map<String, Object> container = Map.of("resources", Map.of("requests", Map.of("cpu", cpu, "memory", memory)));
        Map<String, Object> podSpec = Map.of("containers", List.of(container));
        want("Deployment", Map.of("replicas", replicas, "template", Map.of("spec", podSpec)));
    }

    private void want(String kind, Map<String, Object> spec) {
        Map<String, Object> metadata = Map.of("name", "name-" + desired.size(), "namespace", "ns");
        desired.add(new Manifest(Map.of("apiVersion", "v1", "kind", kind, "metadata", metadata, "spec", spec)));
    }
}
