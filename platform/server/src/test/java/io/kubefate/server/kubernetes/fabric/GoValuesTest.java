package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoValuesTest {

    @Test
    void cutsAValue() {
        assertThat(GoValues.cut(
                        "spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"c\":\"}\"},"
                                + " MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"))
                .isEqualTo("spec.selector: Invalid value: …: field is immutable");
        assertThat(GoValues.cut("env: Invalid value: []core.EnvVar{core.EnvVar{Name:\"a\"}}: bad"))
                .isEqualTo("env: Invalid value: …: bad");
    }

    @Test
    void cutsABlock() {
        assertThat(GoValues.cut("""
            spec: Forbidden: spec is immutable after creation except resources.requests for bound claims
            \u00a0 core.PersistentVolumeClaimSpec{
              	... // 2 identical fields
              	Resources:        {Requests: {s"storage": {i: {...}, s: "1Gi", Format: "BinarySI"}}},
            - 	StorageClassName: &"standard",
            + 	StorageClassName: &"nfs",
              }
            """))
                .isEqualTo(
                        "spec: Forbidden: spec is immutable after creation except resources.requests for bound claims");
    }

    @Test
    void leavesOtherMessagesAsTheyAre() {
        String message = "admission webhook \"a.b\" denied the request: {\"reason\": \"x\"} at v1.2";

        assertThat(GoValues.cut(message)).isEqualTo(message);
    }

    @Test
    void cutsAValueWithoutAnEnd() {
        assertThat(GoValues.cut("Invalid value: v1.A{b: \"c")).isEqualTo("Invalid value: …");
    }
}
