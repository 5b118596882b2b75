package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumes: [{configMap: {name: settings}}]",
                "volumes: [{projected: {sources: [{configMap: {name: settings}}]}}]",
                "containers: [{env: [{valueFrom: {configMapKeyRef: {name: settings}}}]}]",
                "initContainers: [{envFrom: [{configMapRef: {name: settings}}]}]",
            })
    void aPodThatReadsAConfigMapIsMarkedWithItsContent(String podSpec) {
        assertThat(mark("Deployment", podSpec, "a")).isNotEmpty().isNotEqualTo(mark("Deployment", podSpec, "b"));
        assertThat(mark("Deployment", podSpec, "a")).isEqualTo(mark("Deployment", podSpec, "a"));
    }

    @Test
    void aPodThatReadsNothingIsNotMarked() {
        assertThat(mark("Deployment", "volumes: [{configMap: {name: other}}]", "a"))
                .isEmpty();
    }

    @Test
    void aJobIsNotMarkedForItsTemplateMustNotChange() {
        assertThat(mark("Job", "volumes: [{configMap: {name: settings}}]", "a")).isEmpty();
    }

    @Test
    void aVolumeThatThePodsReadAgainIsNotPartOfTheChecksum() {
        String volumes = "volumes: [{name: live, configMap: {name: settings}}]";

        assertThat(mark("Deployment", "annotations: {kubefate.io/live-volumes: live}", volumes, "a"))
                .isEmpty();
        assertThat(mark("Deployment", "annotations: {kubefate.io/live-volumes: other}", volumes, "a"))
                .isNotEmpty();
    }

    private static String mark(String kind, String podSpec, String value) {
        return mark(kind, "labels: {}", podSpec, value);
    }

    private static String mark(String kind, String metadata, String podSpec, String value) {
        List<Manifest> objects = new ManifestReader().read("test", """
            {kind: ConfigMap, apiVersion: v1, metadata: {name: settings}, data: {key: %s}}
            ---
            kind: %s
            apiVersion: apps/v1
            metadata: {name: python, %s}
            spec:
              template:
                spec: {containers: [], %s}
            """.formatted(value, kind, metadata, podSpec)
                .replace("containers: [], containers", "containers"));
        Map<String, Object> template =
                Manifest.map(Checksums.mark(objects).get(1).spec(), "template");
        Map<String, Object> annotations = Manifest.map(Manifest.map(template, "metadata"), "annotations");
        return String.valueOf(annotations.getOrDefault(Checksums.ANNOTATION, ""));
    }
}
