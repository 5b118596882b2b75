package io.kubefate.planning.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A Helm release, for tests.
 *
 * @param manifest the objects, as Helm stores them
 */
public record HelmStorage(
        String namespace,
        String release,
        String chartName,
        String chartVersion,
        Map<String, Object> values,
        String manifest) {

    /** {@return a release of chart {@code fate v1.5.0} without values and objects} */
    public static HelmStorage of(String namespace, String release) {
        return new HelmStorage(namespace, release, "fate", "v1.5.0", Map.of(), "");
    }

    public HelmStorage chart(String name, String version) {
        return new HelmStorage(namespace, release, name, version, values, manifest);
    }

    public HelmStorage values(Map<String, Object> others) {
        return new HelmStorage(namespace, release, chartName, chartVersion, others, manifest);
    }

    public HelmStorage objects(List<Manifest> objects) {
        return manifest(ManifestWriter.yaml(objects));
    }

    public HelmStorage manifest(String text) {
        return new HelmStorage(namespace, release, chartName, chartVersion, values, text);
    }

    /** {@return the record of the first revision, which is deployed} */
    public Manifest record() {
        return record(1, "deployed");
    }

    /** {@return the record of a revision in a Secret, as Helm 3 stores it} */
    public Manifest record(int revision, String status) {
        Map<String, Object> content = Map.of(
                "name", release,
                "namespace", namespace,
                "version", revision,
                "info", Map.of("status", status, "last_deployed", "2024-01-25T10:00:00Z"),
                "chart", Map.of("metadata", Map.of("name", chartName, "version", chartVersion)),
                "config", values,
                "manifest", manifest);
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "type",
                "helm.sh/release.v1",
                "metadata",
                Map.of(
                        "name",
                        "sh.helm.release.v1." + release + ".v" + revision,
                        "namespace",
                        namespace,
                        "labels",
                        Map.of(
                                "owner",
                                "helm",
                                "name",
                                release,
                                "status",
                                status,
                                "version",
                                String.valueOf(revision))),
                "data",
                Map.of("release", base64(base64(gzip(json(content))).getBytes(StandardCharsets.UTF_8)))));
    }

    /** {@return text as Helm compresses it} */
    public static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String json(Map<String, Object> content) {
        try {
            return new JsonMapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
