package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextCommandsTest extends ServiceTest {

    private String server;
    private Path file;

    @BeforeEach
    void writeTwoContexts() throws IOException {
        program = new CommandLineRunner(directory);
        server = "http://" + service.address();
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[]}");
        file = directory.resolve("home/.kubefate/config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "current-context: test\n"
                        + "contexts:\n"
                        + "  test: {server: '" + server + "', user: ann, token: test-token,"
                        + " token-issued: '2020-11-13T07:59:00Z', token-expires: 2020-11-13T08:30:00Z}\n"
                        + "  other: {server: 'http://127.0.0.1:1', api-token: kft_other, namespace: fate-1}\n");
    }

    @Test
    void listsContexts() {
        assertThat(program.run("context", "list").out())
                .isEqualToNormalizingWhitespace("CURRENT NAME SERVER USER NAMESPACE CREDENTIALS "
                        + "* test " + server + " ann session until 2020-11-13 08:30:00 "
                        + "other http://127.0.0.1:1 fate-1 API token");
    }

    @Test
    void printsNoSecrets() {
        assertThat(program.run("context", "list", "-o", "json").out()).doesNotContain("test-token", "kft_other");
        assertThat(program.run("context", "show", "-o", "yaml").out()).doesNotContain("test-token");
    }

    @Test
    void usesTheCurrentContext() {
        program.run("job", "list");

        assertThat(service.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer test-token"));
    }

    @Test
    void changesTheCurrentContext() {
        assertThat(program.run("context", "use", "other").out()).isEqualTo("The current context is other.\n");

        assertThat(program.run("context", "show").out()).contains("http://127.0.0.1:1");
    }

    @Test
    void findsAClusterInTheNamespaceOfTheContext() {
        program.run("context", "set", "test", "-n", "fate-2");
        service.on(
                "GET /v1/cluster/",
                "{\"msg\":\"\",\"data\":[{\"uuid\":\"" + CLUSTER
                        + "\",\"name\":\"same\",\"status\":\"Running\",\"namespaces\":\"fate-1\"},{\"uuid\":\"" + JOB
                        + "\",\"name\":\"same\",\"status\":\"Running\",\"namespaces\":\"fate-2\"}]}");

        program.run("cluster", "describe", "same");
        program.run("cluster", "describe", "same", "-n", "fate-1");

        assertThat(service.requests().stream().map(StubService.Request::line))
                .containsSubsequence("GET /v1/cluster/" + JOB, "GET /v1/cluster/" + CLUSTER);
    }

    @Test
    void listsTheContextsIfOneDoesNotExist() {
        assertThat(program.run("context", "use", "tset").err())
                .contains("there is no context tset in " + file, "The contexts are: test, other");
    }

    @Test
    void usesANamedContextForOneCommand() {
        Result result = program.run("--context", "other", "job", "list");

        assertThat(result.err())
                .contains("cannot reach http://127.0.0.1:1/v1/job/")
                .contains("The server is \"http://127.0.0.1:1\" (from --context in " + file + ")");
    }

    @Test
    void sendsTheCredentialsOfAContextToItsOwnServerOnly() {
        program.run("context", "use", "other");

        assertThat(program.run("job", "list", "--server", server).exitCode()).isZero();
        Result elsewhere = program.run("job", "list", "--server", "http://127.0.0.1:2");

        assertThat(service.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer test-token"));
        assertThat(elsewhere.err()).contains("not logged in", "Run: kubefate login --server http://127.0.0.1:2");
    }

    @Test
    void rejectsAContextWithAnotherServer() {
        assertThat(program.run("job", "list", "--context", "test", "--server", server)
                        .err())
                .contains("use either --context or --server");
    }

    @Test
    void prefersConfigYamlAndVariables() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "serviceurl: " + service.address() + "\n");

        program.run("job", "list");

        assertThat(service.logins()).hasSize(1);
        assertThat(program.run("context", "show").out())
                .containsSubsequence(
                        "server",
                        server,
                        "from",
                        directory.resolve("config.yaml").toString())
                .contains("credentials\tpassword from the default")
                .contains("unused     \tthe current context test");
        assertThat(program.with("FATECLOUD_SERVICEURL", "a.b")
                        .run("context", "show")
                        .out())
                .contains("from       \tFATECLOUD_SERVICEURL");
    }

    @Test
    void usesTheContextIfConfigYamlHasOnlyALogLevel() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "log: {level: debug}\n");

        assertThat(program.run("job", "list").err()).contains("GET " + server + "/v1/job/ 200");
        assertThat(service.logins()).isEmpty();
    }

    @Test
    void addsAndChangesAContext() throws IOException {
        assertThat(program.run(
                                "context",
                                "set",
                                "new",
                                "--server",
                                "https://a.b/c/",
                                "--certificate-authority",
                                "ca.pem")
                        .out())
                .isEqualTo("Saved context new.\n");
        program.run("context", "set", "new", "--namespace", "fate-9", "--insecure-skip-tls-verify");

        assertThat(Files.readString(file))
                .contains("  new:\n    server: https://a.b/c\n    certificate-authority: " + directory.resolve("ca.pem")
                        + "\n    insecure-skip-tls-verify: true\n    namespace: fate-9\n");
    }

    @Test
    void removesTheCredentialsOfAContextWithAnotherServer() throws IOException {
        program.run("context", "set", "test", "--server", "https://a.b");

        assertThat(Files.readString(file)).doesNotContain("test-token").contains("kft_other");
    }

    @Test
    void requiresAServerOfANewContext() {
        assertThat(program.run("context", "set", "new").err())
                .contains("there is no context new yet. To add it, specify --server or --kubeconfig.");
    }

    @Test
    void deletesAContext() throws IOException {
        assertThat(program.run("context", "delete", "test").out()).isEqualTo("Deleted context test.\n");

        assertThat(Files.readString(file)).doesNotContain("test-token").contains("kft_other");
        assertThat(program.run("context", "show").out()).contains("http://localhost:8080", "the default");
    }

    @Test
    void reportsUnknownKeysAndKeepsThem() throws IOException {
        Files.writeString(file, "curent-context: x\ncontexts:\n  test: {server: 'http://a.b', namspace: n}\n");

        Result result = program.run("context", "show");
        program.run("context", "use", "test");

        assertThat(result.err())
                .contains(
                        "warning: " + file + ": unknown key curent-context; did you mean current-context?",
                        "warning: " + file + ": context test: unknown key namspace; did you mean namespace?");
        assertThat(Files.readString(file)).contains("namspace: n", "curent-context: x");
    }

    @Test
    void neverOverwritesAFileThatIsNotYaml() throws IOException {
        Files.writeString(file, "contexts: [\n");

        for (String command : new String[] {"context use test", "context set a --server http://a.b", "context list"}) {
            Result result = program.run(command.split(" "));

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains(file + ": not YAML: line 2", "kubefate does not change it");
        }
        assertThat(Files.readString(file)).isEqualTo("contexts: [\n");
    }

    @Test
    void namesAWrongValue() throws IOException {
        Files.writeString(file, "current-context: a\ncontexts:\n  a: {server: [x]}\n");
        assertThat(program.run("job", "list").err()).contains(file + ": context a: server must be a text");

        Files.writeString(file, "current-context: a\ncontexts:\n  a: {user: x}\n");
        assertThat(program.run("job", "list").err()).contains(file + ": context a has neither server nor kubeconfig");
    }

    @Test
    void keepsALinkToTheFile() throws IOException {
        Path real = Files.move(file, directory.resolve("dotfile.yaml"));
        Files.createSymbolicLink(file, real);

        program.run("context", "use", "other");

        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(Files.readString(real)).contains("current-context: other");
    }
}
