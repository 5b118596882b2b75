package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void theKeysOfAModuleAreTheFieldsOfItsPod() {
        assertThat(placement("""
                nodeSelector: {disktype: ssd}
                tolerations: [{key: edge, operator: Exists}]
                affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone}]}}
                type: NodePort
                """))
                .isEqualTo(Map.of(
                        "nodeSelector", Map.of("disktype", "ssd"),
                        "tolerations", List.of(Map.of("key", "edge", "operator", "Exists")),
                        "affinity",
                                Map.of(
                                        "podAntiAffinity",
                                        Map.of(
                                                "requiredDuringSchedulingIgnoredDuringExecution",
                                                List.of(Map.of("topologyKey", "zone"))))));
    }

    @Test
    void aKeyWithoutAValueIsOmitted() {
        assertThat(placement("""
                nodeSelector:
                tolerations: [{key: edge, operator: "", value: }]
                affinity: {nodeAffinity: {}, podAffinity: }
                """)).isEqualTo(Map.of("tolerations", List.of(Map.of("key", "edge"))));
    }

    private static Map<String, Object> placement(String yaml) {
        return Placement.of(new SpecReader().read(yaml).spec());
    }
}
