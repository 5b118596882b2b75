package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldTakeoverTest {

    private static final String OF_CONTROLLER =
            "{\"manager\":\"kube-controller-manager\",\"operation\":\"Update\",\"fieldsV1\":{\"f:status\":{}}}";

    @Test
    void theFieldsOfHelmBecomeThoseOfThisService() {
        Manifest live = live(
                "ConfigMap",
                "{\"manager\":\"helm\",\"operation\":\"Update\",\"apiVersion\":\"v1\",\"fieldsV1\":{\"f:data\":{\"f:a\":{}}}}",
                "{\"manager\":\"kubefate\",\"operation\":\"Apply\",\"apiVersion\":\"v1\",\"fieldsV1\":{\"f:data\":{\"f:b\":{}}}}",
                OF_CONTROLLER);

        assertThat(entries(FieldTakeover.of(live)))
                .containsExactly(
                        entry("kube-controller-manager", "Update", Map.of("f:status", Map.of())),
                        Map.of(
                                "manager",
                                "kubefate",
                                "operation",
                                "Apply",
                                "apiVersion",
                                "v1",
                                "fieldsV1",
                                Map.of("f:data", Map.of("f:a", Map.of(), "f:b", Map.of()))));
    }

    @Test
    void theOriginalKubefateHasTheSameNameButUpdates() {
        Manifest live = live(
                "ConfigMap",
                "{\"manager\":\"kubefate\",\"operation\":\"Update\",\"fieldsV1\":{\"f:data\":{\"f:a\":{}}}}");

        assertThat(entries(FieldTakeover.of(live)))
                .containsExactly(entry("kubefate", "Apply", Map.of("f:data", Map.of("f:a", Map.of()))));
    }

    @Test
    void leavesAClaimAlone() {
        Manifest live = live(
                "PersistentVolumeClaim",
                "{\"manager\":\"helm\",\"operation\":\"Update\",\"fieldsV1\":{\"f:spec\":{\"f:storageClassName\":{}}}}",
                OF_CONTROLLER);

        assertThat(FieldTakeover.of(live)).isEqualTo(live);
    }

    @Test
    void nothingIsTakenFromKubernetesAndSubresources() {
        Manifest live = live(
                "Deployment",
                OF_CONTROLLER,
                "{\"manager\":\"autoscaler\",\"operation\":\"Update\",\"subresource\":\"scale\",\"fieldsV1\":{}}");

        assertThat(FieldTakeover.of(live)).isEqualTo(live);
    }

    private static Map<String, Object> entry(String manager, String operation, Map<String, Object> fields) {
        return Map.of("manager", manager, "operation", operation, "fieldsV1", fields);
    }

    private static Manifest live(String kind, String... entries) {
        return new ManifestReader()
                .read(
                        "live",
                        "{\"kind\":\"" + kind + "\",\"metadata\":{\"name\":\"x\",\"managedFields\":["
                                + String.join(",", entries) + "]}}")
                .get(0);
    }

    private static List<Object> entries(Manifest object) {
        return List.copyOf((List<?>) object.metadata().get("managedFields"));
    }
}
