package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of Helm 3. */
class HelmReleaseTest {

    private static final String RELEASE = """
        {"name": "fate-9999", "version": 1, "manifest": "---\\n# Source: fate/templates/a.yaml\\napiVersion: v1\\n\
        kind: Service\\nmetadata:\\n  name: rollsite\\n---\\napiVersion: extensions/v1beta1\\nkind: Ingress\\n\
        metadata:\\n  name: client\\n  namespace: ns\\n---\\napiVersion: v1\\nkind: Service\\nmetadata:\\n  \
        name: elsewhere\\n  namespace: other\\n---\\napiVersion: policy/v1beta1\\nkind: PodSecurityPolicy\\n\
        metadata:\\n  name: psp\\n"}
        """;

    @Test
    void aSecretListsTheObjectsOfTheReleaseInItsNamespace() throws IOException {
        String data = base64(base64(gzip(RELEASE)).getBytes(StandardCharsets.UTF_8));

        assertThat(HelmRelease.of(record("Secret", data)))
                .contains(new HelmRelease(
                        "fate-9999",
                        List.of(
                                new ObjectRef("v1", "Service", "ns", "rollsite"),
                                new ObjectRef("networking.k8s.io/v1beta1", "Ingress", "ns", "client"))));
    }

    @Test
    void aConfigMapIsEncodedOnce() throws IOException {
        assertThat(HelmRelease.of(record("ConfigMap", base64(gzip(RELEASE))))
                        .orElseThrow()
                        .objects())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "e30=", "bm90IGd6aXA="})
    void aRecordThatCannotBeDecodedHasNoObjects(String data) {
        assertThat(HelmRelease.of(record("Secret", data))).contains(new HelmRelease("fate-9999", List.of()));
    }

    @Test
    void otherObjectsAreNoRecords() {
        assertThat(HelmRelease.of(record("Service", ""))).isEmpty();
        assertThat(HelmRelease.of(record("Secret", "").withLabel("owner", "somebody")))
                .isEmpty();
    }

    private static Manifest record(String kind, String data) {
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                kind,
                "metadata",
                Map.of(
                        "name",
                        "sh.helm.release.v1.fate-9999.v1",
                        "namespace",
                        "ns",
                        "labels",
                        Map.of("owner", "helm", "name", "fate-9999")),
                "data",
                Map.of("release", data)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
