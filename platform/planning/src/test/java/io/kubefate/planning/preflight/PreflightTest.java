package io.kubefate.planning.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.preflight.PreflightFinding.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
                        "node size",
                        "capacity",
                        "quota",
                        "storage classes",
                        "node ports",
                        "ingress classes");
    }

    @Test
    void tellsANamespaceThatIsBeingDeleted() {
        PreflightFacts site = site("Terminating", List.of(), List.of(), List.of());

        assertThat(check(site, "namespace").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void tellsWhatIsForbiddenAndWhatIsNotServed() {
        PreflightFacts site =
                site("Active", List.of("create deployments.apps"), List.of("Gateway of istio/v1"), List.of());

        assertThat(check(site, "permissions").message()).contains("create deployments.apps");
        assertThat(check(site, "kinds").message()).contains("Gateway of istio/v1");
    }

    @Test
    void tellsAStorageClassThatDoesNotExist() {
        want("PersistentVolumeClaim", Map.of("storageClassName", "fast"));

        assertThat(check(site(), "storage classes"))
                .extracting(PreflightFinding::status, PreflightFinding::message)
                .containsExactly(Status.FAILED, "fast does not exist");
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
        return new PreflightFacts(
                phase,
                denied,
                unserved,
                quotas,
                new PreflightFacts.ClusterFacts(
                        Optional.of(new PreflightFacts.Capacity(List.of(NODE, NODE), NODE)),
                        Optional.of(Set.of("", "standard")),
                        Optional.of(Map.of(30500, "other/web")),
                        Optional.of(Set.of("nginx"))));
    }

    private PreflightFinding check(PreflightFacts site, String name) {
        return checks(site).stream()
                .filter(finding -> finding.rule().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<PreflightFinding> checks(PreflightFacts site) {
        Plan plan = Planner.careful(OWNER).plan(desired, List.of(), new LiveState(List.of(), Map.of()));
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
