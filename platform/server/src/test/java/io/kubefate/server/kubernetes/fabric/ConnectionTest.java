package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.server.FreePort;
import io.kubefate.server.kubernetes.KubernetesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure says which file, context, address and proxy was used, and what to correct. */
class ConnectionTest {

    private static final String SETTINGS = """
        current-context: real
        contexts: [{name: real, context: {cluster: c, user: u}}, {name: other, context: {cluster: d, user: v}}]
        clusters: [{name: c, cluster: {server: "https://192.0.2.1:6443"}}]
        users: [{name: u, user: {token: x}}]
        """;

    @TempDir
    private Path folder;

    @Test
    void describesWhatIsUsed() throws IOException {
        Connection connection = connection(SETTINGS);

        assertThat(connection.isUsable()).isTrue();
        assertThat(connection.description())
                .isEqualTo("https://192.0.2.1:6443, context \"real\" in " + folder.resolve("kubeconfig"));
    }

    @Test
    void namesAMissingFile() {
        assertProblem(
                find("KUBECONFIG", "/nonexistent/kubeconfig"),
                "KUBECONFIG names /nonexistent/kubeconfig, which does not exist");
        assertProblem(find("KUBECONFIG", "/no/a:/no/b"), "KUBECONFIG names /no/a and /no/b, which does not exist");
    }

    @Test
    void namesWhereItLookedForAFile() {
        assertProblem(
                find("OTHER", ""),
                "no kubeconfig: KUBECONFIG is not set, " + folder.resolve(".kube/config")
                        + " does not exist, and the service does not run in a pod");
    }

    @Test
    void aPodNeedsAToken() {
        assertProblem(find("KUBERNETES_SERVICE_HOST", "10.0.0.1"), "the pod has no token of its service account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "current-context: real|current-context: nowhere|has no context \"nowhere\"; it has: real, other",
                "current-context: real||has no current-context; it has: real, other; select one with: kubectl config",
                "cluster: c, user|cluster: d, user|refers to cluster \"d\", which does not exist; it has: c",
                "user: u}|user: w}|refers to user \"w\", which does not exist; it has: u",
                "server: \"https://192.0.2.1:6443\"|x: y|cluster \"c\" in FILE has no server",
                "server: \"https|certificate-authority: none.crt, server: \"https|certificate-authority in FILE is"
                        + " none.crt, which does not exist",
                "token: x|client-key: none.key|client-key in FILE is none.key, which does not exist",
                "current-context: real|current-context: [|is not a valid kubeconfig",
                "token: x|exec: {command: no-such-plugin, installHint: get it}|the credential plugin of user \"u\" is"
                        + " not installed: no-such-plugin not found; get it",
                "token: x|exec: {command: ./plugin}|the credential plugin of user \"u\" is not installed",
                "token: x|exec: {command: 'false'}|the credential plugin of user \"u\" returns no credentials: exit"
                        + " code 1",
            })
    void namesWhatIsWrongInAFile(String from, String to, String problem) throws IOException {
        String settings = SETTINGS.replace(from, to == null ? "" : to);

        assertProblem(connection(settings), problem.replace("FILE", file().toString()));
    }

    @Test
    void aFolderIsNoKubeconfig() {
        assertProblem(Connection.of(folder), folder + " is a directory, not a file");
    }

    @Test
    void everyCallFailsWithTheReasonWhileTheSettingsAreUnusable() {
        try (FabricKubernetes kubernetes = FabricKubernetes.connect(find("KUBECONFIG", "/nonexistent/kubeconfig"))) {
            assertThat(failure(kubernetes).getMessage())
                    .isEqualTo(
                            "list namespaces: KUBECONFIG names /nonexistent/kubeconfig, which does not exist; correct"
                                    + " it, and restart the service");
        }
    }

    @Test
    void namesTheAddressThatDoesNotAnswer() throws IOException {
        String address = "https://127.0.0.1:" + FreePort.find();
        try (FabricKubernetes kubernetes =
                FabricKubernetes.connect(connection(SETTINGS.replace("https://192.0.2.1:6443", address)))) {
            assertThat(failure(kubernetes).getMessage())
                    .isEqualTo("list namespaces: no answer from Kubernetes at " + address
                            + " (connection refused), context \"real\" in " + file());
            assertThat(failure(kubernetes).kind()).isEqualTo(KubernetesException.Kind.UNAVAILABLE);
        }
    }

    @Test
    void namesTheProxy() throws IOException {
        int port = FreePort.find();
        String settings = SETTINGS.replace(
                "server: \"https", "proxy-url: \"http://user:secret@127.0.0.1:" + port + "\", server: \"http");
        try (FabricKubernetes kubernetes = FabricKubernetes.connect(connection(settings))) {
            assertThat(failure(kubernetes).getMessage())
                    .contains("asked through the proxy 127.0.0.1:" + port + " of the kubeconfig")
                    .doesNotContain("secret");
        }
    }

    @Test
    void namesAProxyWithoutPort() throws IOException {
        assertProblem(
                connection(SETTINGS.replace("server: \"https", "proxy-url: \"http://proxy\", server: \"http")),
                "the proxy of the kubeconfig has no host and port; write http://HOST:PORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1/8|127.0.0.1|true",
                "localhost, 10.0.0.0/8|10.1.2.3|true",
                "10.0.0.0/8|11.1.2.3|false",
                "10.0.0.1|10.0.0.1|true",
                "fd00::/8|[fd00::1]|true",
                "*|anything.example|true",
                "example.org|k8s.example.org|true",
                ".example.org|k8s.example.org|true",
                "*.example.org|k8s.example.org|true",
                "k8s.example.org:6443|k8s.example.org|true",
                "example.org|notexample.org|false",
                "a,,b|c|false",
            })
    void noProxyHasTheMeaningThatItHasForKubectl(String entries, String host, boolean contained) {
        assertThat(NoProxy.parse(entries).contains(host)).isEqualTo(contained);
    }

    private Connection find(String variable, String value) {
        return Connection.find(Map.of(variable, value)::get, folder);
    }

    private Connection connection(String settings) throws IOException {
        Files.writeString(file(), settings);
        return Connection.of(file());
    }

    private Path file() {
        return folder.resolve("kubeconfig");
    }

    private static void assertProblem(Connection connection, String problem) {
        assertThat(connection.isUsable()).as(connection.description()).isFalse();
        assertThat(connection.description()).contains(problem).endsWith("; correct it, and restart the service");
    }

    private static KubernetesException failure(FabricKubernetes kubernetes) {
        return catchThrowableOfType(KubernetesException.class, kubernetes::namespaces);
    }
}
