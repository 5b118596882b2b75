package io.kubefate.planning.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodSecurityPoliciesTest {

    @Test
    void aRoleNamesThePoliciesThatThePodsMayUse() {
        assertThat(PodSecurityPolicies.usedBy(List.of(role("podsecuritypolicies"))))
                .containsExactly(new ObjectRef("policy/v1beta1", "PodSecurityPolicy", "ns", "fate"));
    }

    @Test
    void otherRolesNameNone() {
        assertThat(PodSecurityPolicies.usedBy(List.of(role("secrets")))).isEmpty();
    }

    private static Manifest role(String resource) {
        return new Manifest(Map.of(
                "apiVersion",
                "rbac.authorization.k8s.io/v1",
                "kind",
                "Role",
                "metadata",
                Map.of("name", "fate", "namespace", "ns"),
                "rules",
                List.of(Map.of(
                        "resources", List.of(resource), "resourceNames", List.of("fate"), "verbs", List.of("use")))));
    }
}
