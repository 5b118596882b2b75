package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finds and removes fields that others added to an object. */
class ForeignFieldsTest {

    private static final String WANTED = """
            {"kind": "Deployment", "spec": {"replicas": 1, "template": {"spec": {"containers": [
              {"name": "python", "image": "python:1", "env": [{"name": "A", "value": "1"}]}]}}}}""";

    private static final String LIVE = """
            {"kind": "Deployment", "metadata": {"name": "python", "managedFields": [
                {"manager": "kubefate", "fieldsV1": {"f:spec": {"f:template": {"f:spec": {"f:containers": {
                  "k:{\\"name\\":\\"python\\"}": {"f:image": {}, "f:env": {"k:{\\"name\\":\\"A\\"}": {"f:value": {}}}}}}}}}},
                {"manager": "%s", "fieldsV1": {"f:metadata": {"f:annotations": {"f:note": {}}}, "f:status": {"f:x": {}},
                  "f:spec": {"f:replicas": {}, "f:paused": {}, "f:template": {"f:spec": {"f:containers": {
                    "k:{\\"name\\":\\"python\\"}": {"f:env": {"k:{\\"name\\":\\"B\\"}": {".": {}, "f:value": {}}}},
                    "k:{\\"name\\":\\"more\\"}": {".": {}, "f:image": {}}}}}}}}]},
             "spec": {"replicas": 3, "paused": true, "defaulted": 600, "template": {"spec": {"containers": [
               {"name": "python", "image": "python:1", "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]},
               {"name": "more", "image": "more:1"}]}}},
             "status": {"x": 1}}""";

    @Test
    void reportsEachWithItsValue() {
        assertThat(ForeignFields.of(live("kubectl-edit"), manifest(WANTED), Mask.of(List.of())))
                .containsExactlyInAnyOrder(
                        new FieldChange("spec.paused", "true", ""),
                        new FieldChange("spec.template.spec.containers[python].env[B]", "{name: B, value: 2}", ""),
                        new FieldChange("spec.template.spec.containers[more]", "{name: more, image: more:1}", ""));
    }

    @Test
    void theyAloneAreRemoved() {
        Manifest stripped = ForeignFields.strip(live("kubectl-edit"), manifest(WANTED));

        assertThat(stripped.spec())
                .isEqualTo(Map.of(
                        "replicas",
                        3,
                        "defaulted",
                        600,
                        "template",
                        manifest(WANTED).spec().get("template")));
        assertThat(stripped.metadata()).isEqualTo(live("kubectl-edit").metadata());
        assertThat(stripped.content()).containsKey("status");
    }

    @Test
    void whatKubernetesItselfAddsIsNone() {
        Manifest live = live("kube-controller-manager");

        assertThat(ForeignFields.of(live, manifest(WANTED), Mask.of(List.of()))).isEmpty();
        assertThat(ForeignFields.strip(live, manifest(WANTED))).isEqualTo(live);
    }

    @Test
    void anObjectWithoutOtherWritersHasNone() {
        assertThat(ForeignFields.of(manifest(WANTED), manifest(WANTED), Mask.of(List.of())))
                .isEmpty();
    }

    @Test
    void aFieldThatSomebodyHasEmptiedIsNone() {
        Manifest live = manifest("""
                {"kind": "Role", "rules": null, "metadata": {"managedFields": [
                  {"manager": "kubectl-edit", "fieldsV1": {"f:rules": {}}}]}}""");

        assertThat(ForeignFields.strip(live, manifest("{\"kind\": \"Role\", \"rules\": [{}]}")))
                .isEqualTo(live);
    }

    @Test
    void theValuesOfASecretAreHidden() {
        Manifest live = manifest("""
                {"kind": "Secret", "data": {"more": "c2VjcmV0"}, "metadata": {"managedFields": [
                  {"manager": "kubectl-edit", "fieldsV1": {"f:data": {"f:more": {}}}}]}}""");

        assertThat(ForeignFields.of(live, manifest("{\"kind\": \"Secret\", \"data\": {}}"), Mask.of(List.of())))
                .containsExactly(new FieldChange("data.more", Mask.HIDDEN, ""));
    }

    private static Manifest live(String manager) {
        return manifest(LIVE.formatted(manager));
    }

    private static Manifest manifest(String json) {
        return new ManifestReader().read("test", json).get(0);
    }
}
