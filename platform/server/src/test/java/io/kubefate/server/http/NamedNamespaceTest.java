package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator of namespace {@code dev} and files that name another one, under the current or the former name of the key. */
@Timeout(120)
class NamedNamespaceTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient ADMIN = new TestClient(SERVER);
    private static final TestClient OPERATOR = new TestClient(SERVER, "operator-of-dev");
    private static final String NOT_IN_REQUEST = "";

    @BeforeAll
    static void installInBothNamespaces() {
        SERVER.users().createIfAbsent("operator-of-dev");
        SERVER.users().grant("operator-of-dev", "operator", "dev");
        ADMIN.install(DemoPlugin.request("dev", "v1"));
        ADMIN.install(DemoPlugin.request("prod", "v1"));
        SERVER.kubernetes.apply(
                HelmStorage.of("prod", "old").chart("demo", "v1").record());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/cluster, new",
        "POST, /v1/cluster?dryRun=true, new",
        "PUT, /v1/cluster, prod",
        "PUT, /v1/cluster?dryRun=true, prod",
        "POST, /v1/cluster/plan, prod",
        "POST, /v1/cluster/images, prod",
        "POST, /v1/cluster/images?check=true, prod",
        "POST, /v1/cluster/adopt, old",
        "POST, /v1/cluster/adopt?dryRun=true, old"
    })
    void aFormerKeyNeedsThePermissionForItsNamespace(String method, String path, String name) {
        int before = ADMIN.data("/v1/job").size();
        String file = file(name, "nameSpace: prod", "value: z");

        assertRefused(OPERATOR.send(method, path, body(name, NOT_IN_REQUEST, file)), 403, "prod");
        assertRefused(
                OPERATOR.send(method, path, body(name, "dev", file)),
                400,
                "namespace of the request is dev, but prod in its cluster.yaml; use the same value");
        assertThat(ADMIN.data("/v1/job")).hasSize(before);
    }

    @Test
    void aFormerKeyIsAcceptedInTheNamespaceOfTheUser() {
        HttpResponse<String> answer = OPERATOR.send(
                "POST", "/v1/cluster?dryRun=true", body("new", NOT_IN_REQUEST, file("new", "nameSpace: dev")));

        JsonNode data = OPERATOR.data(answer);
        assertThat(data.at("/manifests").asText()).contains("namespace: dev");
        assertThat(data.at("/warnings/0/message").asText())
                .isEqualTo("the former name of 'namespace'; write namespace");
    }

    @Test
    void theCurrentKeyCountsIfAFileHasBoth() {
        String file = file("new", "nameSpace: prod", "namespace: dev");

        JsonNode data =
                OPERATOR.data(OPERATOR.send("POST", "/v1/cluster?dryRun=true", body("new", NOT_IN_REQUEST, file)));

        assertThat(data.at("/manifests").asText()).contains("namespace: dev").doesNotContain("namespace: prod");
        assertRefused(
                OPERATOR.send(
                        "POST",
                        "/v1/cluster?dryRun=true",
                        body("new", NOT_IN_REQUEST, file("new", "nameSpace: dev", "namespace: prod"))),
                403,
                "prod");
    }

    @ParameterizedTest
    @CsvSource({"nameSpace: prod, namespace:", "nameSpace:, value: a"})
    void aRequestWithoutANamespaceIsRefused(String first, String second) {
        String file = file("new", first, second);

        assertRefused(
                OPERATOR.send("POST", "/v1/cluster", body("new", NOT_IN_REQUEST, file)),
                400,
                "namespace cannot be empty");
    }

    @Test
    void aNamespaceThatAFileMergesIsTheOneThatCounts() {
        String file = file("new", "nameSpace: prod", "<<: {namespace: dev}");

        assertThat(OPERATOR.send("POST", "/v1/cluster?dryRun=true", body("new", NOT_IN_REQUEST, file))
                        .body())
                .doesNotContain("namespace: prod");
    }

    @Test
    void anUnknownReleaseDoesNotRevealTheClustersOfAnotherNamespace() {
        String file = file("prod", "namespace: prod").replace("v1", "v9");

        assertRefused(OPERATOR.send("PUT", "/v1/cluster", body("prod", NOT_IN_REQUEST, file)), 403, "prod");
    }

    private static String file(String name, String... lines) {
        return "name: %s\nchartName: demo\nchartVersion: v1\nmodules: [python]\n%s\n"
                .formatted(name, String.join("\n", lines));
    }

    private static String body(String name, String namespace, String file) {
        return "{\"name\":\"%s\",\"namespace\":\"%s\",\"data\":\"%s\"}"
                .formatted(name, namespace, DemoPlugin.encoded(file));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }
}
