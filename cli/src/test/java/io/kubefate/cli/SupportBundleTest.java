package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportBundleTest extends ServiceTest {

    private static final String NAME = "kubefate-supportbundle-20201113-080000";
    private static final String AT = "/v1/cluster/" + CLUSTER;
    private static final String FOLDER = "clusters/fate-9999-27e37a60/";
    private static final String GONE = "11111111-0787-4879-9d27-622692ce181c";

    @BeforeEach
    void answer() {
        String revision = "{\"number\":%d,\"current\":%s}";
        service.on("GET /v1/version/", "{\"msg\":\"getVersion Success\",\"version\":\"v3.0.0\"}")
                .on("GET /v1/plugin/", "{\"msg\":\"\",\"data\":[{\"id\":\"fate-1.5\",\"state\":\"loaded\"}]}")
                .masked("GET /v1/version/kubernetes", "\"https://10.0.0.1:6443 (v1.20.2)\"")
                .masked(
                        "GET /v1/cluster/?all=true",
                        "[" + cluster(CLUSTER, "fate-9999", "null") + ","
                                + cluster(GONE, "gone", "\"2020-11-13T07:00:00Z\"") + "]")
                .masked(
                        "GET " + AT,
                        "{\"status\":\"Running\",\"Info\":{\"status\":{\"modules\":{\"python\":\"Running\"}}}}")
                .masked(
                        "GET " + AT + "/revision",
                        "[" + revision.formatted(1, false) + "," + revision.formatted(2, true) + "]")
                .masked(
                        "GET " + AT + "/revision/1",
                        "{\"number\":1,\"spec\":\"a: 1\\n\",\"manifests\":\"---\\nkind: A\\n\"}")
                .masked(
                        "GET " + AT + "/revision/2",
                        "{\"number\":2,\"spec\":\"a: 2\\n\",\"manifests\":\"---\\nkind: B\\n\"}")
                .masked("GET " + AT + "/revision/1/diff?to=2", "{\"from\":1,\"to\":2}")
                .masked("POST " + AT + "/revision/2/rollback?dryRun=true", "{\"changes\":false}")
                .masked("GET " + AT + "/events", "[{\"reason\":\"Pulled\"}]")
                .masked("GET " + log("python", false), "\"line 1\\nline 2\\n\"")
                .masked(
                        "GET /v1/job/",
                        "[{\"uuid\":\"j-1\",\"cluster_id\":\"" + CLUSTER + "\"},{\"uuid\":\"j-2\",\"cluster_id\":\""
                                + GONE + "\"}]");
    }

    @Test
    void collectsTheServicesData() throws IOException {
        Result result = program.run("supportbundle", "collect");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("wrote " + directory.resolve(NAME + ".zip"));
        assertThat(bundle(NAME).keySet())
                .containsExactlyInAnyOrder(
                        "index.txt",
                        "versions.yaml",
                        "plugins.yaml",
                        "clusters.yaml",
                        FOLDER + "cluster.yaml",
                        FOLDER + "describe.yaml",
                        FOLDER + "history.yaml",
                        FOLDER + "events.yaml",
                        FOLDER + "plan.yaml",
                        FOLDER + "revisions/1-cluster.yaml",
                        FOLDER + "revisions/1-objects.yaml",
                        FOLDER + "revisions/2-cluster.yaml",
                        FOLDER + "revisions/2-objects.yaml",
                        FOLDER + "revisions/diff-1-2.yaml",
                        FOLDER + "logs/python.log",
                        FOLDER + "jobs/j-1.yaml",
                        "jobs/j-2.yaml");
        assertThat(bundle(NAME))
                .containsEntry(FOLDER + "logs/python.log", "line 1\nline 2\n")
                .containsEntry(FOLDER + "revisions/2-objects.yaml", "---\nkind: B\n")
                .hasEntrySatisfying(
                        "versions.yaml",
                        text -> assertThat(text)
                                .contains(
                                        "commandLine: v",
                                        "service: v3.0.0",
                                        "kubernetes: https://10.0.0.1:6443 (v1.20.2)"));
    }

    @Test
    void theIndexListsPartsAndMissingParts() throws IOException {
        program.run("supportbundle", "collect");

        assertThat(bundle(NAME).get("index.txt"))
                .startsWith("KubeFATE support bundle of 2020-11-13T08:00:00Z\n")
                .contains("        14  " + FOLDER + "logs/python.log\n")
                .contains("  " + FOLDER + "drift.yaml: this service has no v1/cluster/" + CLUSTER + "/drift\n")
                .contains("  " + FOLDER + "logs/python.previous.log: this service has no v1/log/" + CLUSTER + "\n");
    }

    @Test
    void printsTheContentsBeforeWriting() {
        assertThat(program.run("supportbundle", "collect", "--since", "90m").out())
                .startsWith("The bundle " + directory.resolve(NAME + ".zip") + " will contain, of all clusters:")
                .contains("log the last 200 lines of the last 1 h 30 min", "masks the passwords that it knows");
    }

    @Test
    void asksForConfirmationOnATerminal() {
        Result result = program.onTerminal(80).typing("n\n").run("supportbundle", "collect");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).endsWith("Write it? [y/N] ");
        assertThat(result.err().strip()).isEqualTo("canceled");
        assertThat(directory.resolve(NAME + ".zip")).doesNotExist();
    }

    @Test
    void showsProgressOnATerminal() {
        assertThat(program.onTerminal(80)
                        .typing("y\n")
                        .run("supportbundle", "collect")
                        .out())
                .contains("Write it? [y/N] \r\u001B[2Kreading versions.yaml");
    }

    @Test
    void skipsTheQuestionWithYes() {
        assertThat(program.onTerminal(80)
                        .run("supportbundle", "collect", "--yes")
                        .exitCode())
                .isZero();
    }

    @Test
    void includesOnlyNamedClusters() throws IOException {
        program.run("supportbundle", "collect", "--cluster", CLUSTER);

        assertThat(bundle(NAME)).containsKey(FOLDER + "jobs/j-1.yaml").doesNotContainKey("jobs/j-2.yaml");
    }

    @Test
    void writesNothingIfANamedClusterDoesNotExist() {
        Result result = program.run("supportbundle", "collect", "--cluster", CLUSTER, "--cluster", JOB);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("no such cluster: " + JOB + "; nothing is written");
        assertThat(directory.resolve(NAME + ".zip")).doesNotExist();
    }

    @Test
    void includesTheJobsOfDeletedClusters() throws IOException {
        program.run("supportbundle", "collect", "--all");

        assertThat(bundle(NAME)).containsKey("clusters/gone-11111111/jobs/j-2.yaml");
        assertThat(bundle(NAME).get("index.txt")).contains("clusters/gone-11111111/: the cluster is deleted");
    }

    @Test
    void omitsUnmaskedResponses() throws IOException {
        StubService old = new StubService()
                .on("GET /v1/version/", "{\"version\":\"v1.4.5\"}")
                .on("GET /v1/cluster/?all=true&masked=true", "{\"data\":[" + cluster(CLUSTER, "a", "null") + "]}")
                .on("GET /v1/job/?masked=true", 500, "application/json", "{\"error\":\"of-the-file\"}");

        Result result = program.with("FATECLOUD_SERVICEURL", old.address()).run("supportbundle", "collect");

        assertThat(result.exitCode()).isZero();
        assertThat(bundle(NAME).toString()).doesNotContain("fate_dev", "of-the-file");
        assertThat(bundle(NAME).get("index.txt"))
                .contains("clusters.yaml: this service is too old to mask passwords in its responses")
                .contains("jobs: the service returned status 500");
        old.close();
    }

    @Test
    void writesToTheNamedFileOrFolder() throws IOException {
        Files.createDirectory(directory.resolve("there"));

        program.run("supportbundle", "collect", "--packDir", "there");
        program.run("supportbundle", "collect", "--output", "there/fault.zip");

        assertThat(directory.resolve("there/" + NAME + ".zip")).exists();
        assertThat(bundle("there/fault")).containsKey("index.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("there/fault.zip"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Files.writeString(directory.resolve("fault.zip"), "mine");

        Result result = program.run("supportbundle", "collect", "--output", "fault.zip");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("fault.zip already exists");
        assertThat(directory.resolve("fault.zip")).hasContent("mine");
    }

    @Test
    void writesNothingIfTheServiceIsUnreachable() {
        service.close();

        Result result = program.run("supportbundle", "collect");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("cannot reach");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void warnsAboutUnusedOptions() {
        Result result = program.run("supportbundle", "collect", "-c", "config", "--collectDir", "x", "-t", "200");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("--kubeconfig is not used", "--collectDir is not used");
    }

    @Test
    void explainsThatPackIsNotNeeded() {
        Result result = program.run("supportbundle", "pack", "--collectDir", "x", "--packDir", "y");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("nothing to pack");
    }

    private static String cluster(String uuid, String name, String deletedAt) {
        return "{\"uuid\":\"" + uuid + "\",\"name\":\"" + name
                + "\",\"values\":\"password: (hidden)\\n\",\"DeletedAt\":" + deletedAt + "}";
    }

    private static String log(String module, boolean previous) {
        return "/v1/log/" + CLUSTER + "?container=" + module + "&previous=" + previous
                + "&tail=200&since=86400&timestamps=true";
    }

    /** The parts of a bundle and their texts. */
    private Map<String, String> bundle(String name) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        Path file = directory.resolve(name + ".zip");
        String folder = file.getFileName().toString().replace(".zip", "/");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).startsWith(folder);
                parts.put(
                        entry.getName().substring(folder.length()),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
