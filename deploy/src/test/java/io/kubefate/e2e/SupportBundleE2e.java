package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What goes to somebody who looks for a fault has everything but passwords. */
class SupportBundleE2e extends Scenario {

    private static final String FIRST = "S3cret-of-the-first";
    private static final String SECOND = "it's \"the\" second: \\ pass";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

    @Test
    void hasEverythingButPasswords() {
        Command.Result installed = service.kubefate("cluster", "install", "-f", file(FIRST), "--wait");
        assertThat(installed.exitCode()).as(installed.toString()).isZero();
        String install = jobId(installed);
        String update =
                jobId(service.kubefate("cluster", "update", "-f", file(SECOND), "--accept-data-loss", "--wait"));
        String id = job(install).at("/cluster_id").asText();

        Path bundle = folder.resolve("bundle.zip");
        Command.Result collected =
                service.kubefate("supportbundle", "collect", "--cluster", id, "--output", bundle.toString());

        assertThat(collected.exitCode()).as(collected.toString()).isZero();
        Map<String, String> parts = parts(bundle);
        String cluster = "bundle/clusters/" + this.cluster + "-" + id.substring(0, 8) + "/";
        assertThat(parts)
                .containsKeys(
                        "bundle/index.txt",
                        "bundle/versions.yaml",
                        "bundle/plugins.yaml",
                        "bundle/clusters.yaml",
                        cluster + "describe.yaml",
                        cluster + "cluster.yaml",
                        cluster + "history.yaml",
                        cluster + "plan.yaml",
                        cluster + "revisions/1-cluster.yaml",
                        cluster + "revisions/2-objects.yaml",
                        cluster + "revisions/diff-1-2.yaml",
                        cluster + "jobs/" + install + ".yaml",
                        cluster + "jobs/" + update + ".yaml");
        assertThat(parts.get("bundle/versions.yaml")).contains("(v1.");
        assertThat(parts.get(cluster + "plan.yaml")).contains("preflight", "operation: rollback");
        assertThat(parts.get(cluster + "revisions/2-objects.yaml"))
                .contains("kind: Deployment", "namespace: " + this.cluster, "(hidden)");
        assertThat(parts).allSatisfy(SupportBundleE2e::hasNoPassword);
    }

    private static void hasNoPassword(String name, String text) {
        String[] forms = {FIRST, SECOND, "\\\"the\\\" second", "it''s", "it's", "second: \\", "e2e-Passw0rd"};
        assertThat(text).as(name).doesNotContain(forms);
        assertThat(BASE64.matcher(text).results().map(found -> decoded(found.group())))
                .as(name + ", decoded")
                .noneMatch(
                        plain -> plain.contains(FIRST) || plain.contains("it's") || plain.contains("the\\\" second"));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a word, not base64
        }
    }

    private String file(String password) {
        String quoted = '"' + password.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return ClusterFile.party(folder, cluster, "mysql: {user: fate, password: " + quoted + "}\n")
                .toString();
    }

    private static Map<String, String> parts(Path file) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
