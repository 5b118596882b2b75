package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterFilesTest extends ServiceTest {

    @Test
    void readsTheInput() {
        service.on("POST /v1/cluster", job("Pending", ""));

        Result result = program.piping(cluster("ä")).run("cluster", "install", "-f", "-");

        assertThat(result.exitCode()).isZero();
        assertThat(service.requests().get(0).body())
                .contains("\"name\":\"ä\"", "\"data\":\"" + base64(cluster("ä")) + "\"");
    }

    /** The service accepts a request only if its name and that of the file are the same. */
    @ParameterizedTest
    @CsvSource({"0123", "0x1f", "1_000", "1:30", "1e5", "2020-11-13", "1.50", "12345678901234567890"})
    void readsTheNameAsTheServiceDoes(String name) {
        service.on("POST /v1/cluster", job("Pending", ""));

        program.piping(cluster(name)).run("cluster", "install", "-f", "-");

        assertThat(names()).containsExactly(name);
    }

    @Test
    void rejectsAnEmptyFile() throws IOException {
        write("a.yaml", "# name: a\n");

        assertThat(program.run("cluster", "install", "-f", "a.yaml").err())
                .isEqualTo("a.yaml is empty or has only comments\n");
        assertThat(program.piping("").run("apply", "-f", "-").err())
                .isEqualTo("standard input is empty or has only comments\n");
    }

    @Test
    void readsSeveralFilesInTheirOrder() throws IOException {
        write("b.yaml", cluster("b"));
        write("a.yaml", cluster("a"));
        service.on("PUT /v1/cluster", job("Pending", ""));

        Result result = program.run("cluster", "update", "-f", "b.yaml", "-f", "a.yaml");

        assertThat(result.out()).hasLineCount(2);
        assertThat(names()).containsExactly("b", "a");
    }

    @Test
    void readsTheYamlFilesOfADirectoryByName() throws IOException {
        write("parties/b.yml", cluster("b"));
        write("parties/a.yaml", cluster("a"));
        write("parties/readme.md", "text");
        write("parties/nested/c.yaml", cluster("c"));
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "parties");
        assertThat(names()).containsExactly("a", "b");

        program.run("cluster", "install", "-f", "parties", "--recursive");
        assertThat(names()).containsExactly("a", "b", "a", "b", "c");
    }

    @Test
    void readsEachDocumentOfAFile() throws IOException {
        write("all.yaml", "# comment\n---\n" + cluster("a") + "--- # next\n" + cluster("b") + "...\n---\n# the end\n");
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "all.yaml");

        assertThat(names()).containsExactly("a", "b");
        assertThat(service.requests().get(0).body()).contains(base64("---\n" + cluster("a")));
    }

    @Test
    void aFileWithOneDocumentIsSentUnchanged() throws IOException {
        String text = "# comment\r\n---\r\nname: a\r\n...\r\n";
        write("a.yaml", text);
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "a.yaml");

        assertThat(service.requests().get(0).body()).contains(base64(text));
    }

    @Test
    void anErrorNamesTheFileAndItsLine() throws IOException {
        write("all.yaml", cluster("a") + "---\n" + cluster("b"));
        service.on(
                        "POST /v1/cluster/plan",
                        "{\"data\":{\"operation\":\"install\",\"name\":\"a\",\"namespace\":\"a\","
                                + "\"changes\":true,\"feasible\":true,\"objects\":[],\"modules\":[],\"data\":[]},\"warnings\":["
                                + "{\"severity\":\"warning\",\"path\":\"\",\"line\":1,\"message\":\"doubtful\"}]}")
                .on(
                        "POST /v1/cluster/plan",
                        400,
                        "application/json",
                        "{\"error\":\"1 problem\",\"problems\":\"[{\\\"severity\\\":\\\"error\\\",\\\"path\\\":\\\"partyId\\\","
                                + "\\\"line\\\":2,\\\"message\\\":\\\"is no number\\\"}]\"}");

        Result result = program.run("cluster", "plan", "-f", "all.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                Config Warning: all.yaml, document 1: line 1: doubtful
                The service rejected all.yaml, document 2:
                error: line 4: partyId: is no number
                """);
    }

    @Test
    void anErrorOfOneOfSeveralFilesEndsTheCommand() throws IOException {
        write("a.yaml", cluster("a"));
        write("b.yaml", cluster("b"));
        service.on("POST /v1/cluster", 409, "application/json", "{\"error\":\"exists\"}");

        Result result = program.run("cluster", "install", "-f", "a.yaml", "-f", "b.yaml");

        assertThat(result).isEqualTo(new Result(1, "", "a.yaml: exists\n"));
        assertThat(names()).containsExactly("a");
    }

    @Test
    void severalPlansHaveOneExitCodeAndAreAListInJson() throws IOException {
        write("all.yaml", cluster("a") + "---\n" + cluster("b"));
        service.on("POST /v1/cluster/plan", plan("a", false)).on("POST /v1/cluster/plan", plan("b", true));

        Result result = program.run("cluster", "plan", "-f", "all.yaml", "-o", "json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).startsWith("[ {").contains("\"name\" : \"a\"", "\"name\" : \"b\"");
    }

    @Test
    void listsTheImagesOfSeveralFilesOnce() throws IOException {
        write("all.yaml", cluster("a") + "---\n" + cluster("b"));
        service.on("POST /v1/cluster/images", "{\"data\":[{\"image\":\"mysql:8\",\"registry\":\"docker.io\"}]}");

        assertThat(program.run("cluster", "images", "-f", "all.yaml").out()).isEqualTo("mysql:8\n");
    }

    @Test
    void addsTheNamespaceToAFileWithoutOne() throws IOException {
        write("none.yaml", "name: a\n");
        write("other.yaml", "name: a\nnamespace: other\n");
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "none.yaml", "-n", "here");
        assertThat(service.requests().get(0).body()).contains("\"namespace\":\"here\"");

        assertThat(program.run("cluster", "install", "-f", "other.yaml", "-n", "here"))
                .isEqualTo(new Result(
                        1, "", "other.yaml: the namespace is other, but --namespace is here; remove one of them\n"));
    }

    @Test
    void rejectsEmptyDirectoriesAndTwoFilesOfACluster() throws IOException {
        write("empty/readme.md", "text");
        write("a.yaml", "name: a\nnamespace: x\n");

        assertThat(program.run("cluster", "plan", "-f", "empty").err())
                .isEqualTo("empty has no *.yaml or *.yml file; to read its directories too, use --recursive\n");
        assertThat(program.run("cluster", "plan", "-f", "a.yaml", "-f", "a.yaml")
                        .err())
                .isEqualTo("cluster x/a is in both a.yaml and a.yaml\n");
    }

    private List<String> names() {
        return service.requests().stream()
                .map(request -> request.body().replaceFirst(".*\"name\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String cluster(String name) {
        return "name: " + name + "\npartyId: 9999\n";
    }

    private static String plan(String name, boolean changes) {
        return "{\"data\":{\"operation\":\"update\",\"name\":\"" + name + "\",\"namespace\":\"\",\"changes\":" + changes
                + ",\"feasible\":true,\"objects\":[],\"modules\":[],\"data\":[]}}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
