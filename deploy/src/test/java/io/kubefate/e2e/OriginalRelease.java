package io.kubefate.e2e;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A cluster as the original KubeFATE leaves it, without Helm: the objects that its chart renders for a cluster.yaml, and the record of the
 * Helm release. The objects are those of a folder of reference manifests, which {@code KUBEFATE_REFERENCE} names; each of its cases has
 * {@code cluster.yaml} and {@code manifests.yaml}.
 *
 * @param reference the folder of the case, for example {@code fate-v1.5.0/egg-minimal}
 * @param party the name and namespace of the cluster in the files of the case
 * @param values the values of the Helm release, as YAML; {@code NAME} is the name of the cluster
 */
record OriginalRelease(String reference, String party, String values) {

    static final String MISSING = "needs the reference manifests: set KUBEFATE_REFERENCE";

    /** In place of those that the reference leaves out: init containers, which wait for MySQL, end, and others run. */
    private static final String SCRIPT = "test -n \"$MYSQL_HOST\" || exec python server.py -p 4670 -p 4671 -p 9370";

    private static final JsonMapper JSON = new JsonMapper();

    static boolean isPossible() {
        return System.getenv("KUBEFATE_REFERENCE") != null;
    }

    /** Creates the objects and the record in a namespace of the name of the cluster, and marks the objects as Helm does. */
    void install(Path folder, String name) {
        Kubectl kubectl = new Kubectl(name);
        String file = "--filename=" + write(folder.resolve(name + "-manifests.yaml"), manifests(name));
        kubectl.run("create", "namespace", name).succeeded();
        kubectl.run("create", file).succeeded();
        kubectl.run("annotate", file, "meta.helm.sh/release-name=" + name, "meta.helm.sh/release-namespace=" + name)
                .succeeded();
        kubectl.run("label", file, "app.kubernetes.io/managed-by=Helm").succeeded();
        kubectl.apply(folder, record(name));
    }

    /** {@return the cluster.yaml of the case for a cluster of this name} */
    Path file(Path folder, String name) {
        return write(folder.resolve(name + ".yaml"), read("cluster.yaml", name));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String manifests(String name) {
        return read("manifests.yaml", name).replace("REFERENCE-SCRIPT", SCRIPT);
    }

    /** {@return a file of the case for a cluster of this name, with the storage class of the test and node ports of Kubernetes' choice} */
    private String read(String file, String name) {
        try {
            return Files.readString(Path.of(System.getenv("KUBEFATE_REFERENCE"), reference, file))
                    .replaceAll("(?<!chartName: )\\b" + party + "\\b", name)
                    .replaceAll("(?m)^ +\\w*[nN]odePort: \\d+\n", "")
                    .replaceAll("(storageClass(?:Name)?): .*", "$1: standard");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String record(String name) {
        return """
                apiVersion: v1
                kind: Secret
                type: helm.sh/release.v1
                metadata:
                  name: sh.helm.release.v1.%1$s.v1
                  labels: {owner: helm, name: %1$s, status: deployed, version: "1"}
                data:
                  release: %2$s
                """.formatted(name, base64(base64(gzip(release(name))).getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] release(String name) {
        String chart = reference.replaceFirst("/.*", "");
        int version = chart.lastIndexOf("-v");
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "name",
                    name,
                    "namespace",
                    name,
                    "version",
                    1,
                    "info",
                    Map.of("status", "deployed"),
                    "chart",
                    Map.of(
                            "metadata",
                            Map.of("name", chart.substring(0, version), "version", chart.substring(version + 1))),
                    "config",
                    new YAMLMapper().readTree(values.replace("NAME", name)),
                    "manifest",
                    manifests(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
