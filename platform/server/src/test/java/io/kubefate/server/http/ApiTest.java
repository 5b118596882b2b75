package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for all resources, and the resources without state of their own. */
class ApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String cluster;

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1", "password: top-secret", "value: top-secret"));
    }

    @Test
    void theRootReportsThatTheServiceRuns() {
        assertAnswer(CLIENT.sendWithoutToken("GET", "/", ""), 200, "{\"msg\":\"kubefate run Success\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/"})
    void theRootOfTheApiIsRefused(String path) {
        assertAnswer(CLIENT.get(path), 400, "{\"error\":\"error path\",\"code\":\"INVALID_REQUEST\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1/nothing", "/v1/user/nothing/else", "/v1/cluster/c-1/more"})
    void anUnknownPathIsNotFound(String path) {
        HttpResponse<String> answer = CLIENT.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("404 page not found");
    }

    @Test
    void anUnknownMethodIsRefused() {
        assertAnswer(
                CLIENT.send("DELETE", "/v1/cluster"),
                405,
                "{\"error\":\"invalid request: Method Not Allowed\",\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void showsTheVersion() {
        assertAnswer(
                CLIENT.get("/v1/version"),
                200,
                "{\"msg\":\"getVersion Success\",\"version\":\"v3.0.0\",\"warning\":\"user admin has the published"
                        + " sample password; change it with: kubefate user passwd admin\"}");
    }

    @Test
    void theSamplePasswordWorksAndIsReported() {
        HttpResponse<String> login =
                CLIENT.sendWithoutToken("POST", "/v1/user/login", "{\"username\":\"admin\",\"password\":\"admin\"}");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(login).at("/warning").asText()).contains("published sample password");
    }

    @Test
    void showsTheVersionOfKubernetes() {
        assertAnswer(
                CLIENT.get("/v1/version/kubernetes"),
                200,
                "{\"msg\":\"getKubernetes Success\",\"data\":\"" + SERVER.kubernetes.description() + "\"}");
    }

    @Test
    void checksItself() {
        JsonNode checks = CLIENT.data("/v1/diagnosis?namespace=fate-1");

        assertThat(checks.findValuesAsText("name"))
                .containsExactly(
                        "database",
                        "kubernetes",
                        "permissions",
                        "preflight checks",
                        "ingress",
                        "plugins",
                        "settings",
                        "encryption");
        assertThat(checks.findValuesAsText("status"))
                .containsExactly("ok", "ok", "ok", "ok", "ok", "ok", "warning", "ok");
        assertThat(checks.at("/4/message").asText()).isEqualTo("not needed: the sandbox serves no web pages");
        assertThat(checks.at("/5/message").asText()).contains("demo v1 (eggroll)");
        assertThat(checks.at("/6/message").asText()).contains("published sample password");
    }

    @Test
    void showsTheSchemaOfARelease() {
        HttpResponse<String> answer = CLIENT.get("/v1/chart/schema/demo/v1?engine=eggroll");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        assertThat(answer.body()).isEqualTo("{\"properties\": {\"namespace\": {\"x-former-names\": [\"nameSpace\"]}}}");
        assertThat(CLIENT.get("/v1/chart/schema/demo/v9").body()).contains("no plugin serves demo v9; available:");
        assertThat(CLIENT.get("/v1/chart/schema/demo/v1?engine=spark").statusCode())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cluster/%s", "/v1/cluster/%s/revision/1", "/v1/cluster/?uuid=%s"})
    void masksPasswordsOnRequestAndReportsItInAHeader(String template) {
        String path = template.formatted(cluster);
        HttpResponse<String> plain = CLIENT.get(path);
        HttpResponse<String> masked = CLIENT.get(path + (path.contains("?") ? "&" : "?") + "masked=true");

        assertThat(plain.headers().firstValue("Kubefate-Masked")).isEmpty();
        assertThat(plain.body()).contains("top-secret");
        assertThat(masked.headers().firstValue("Kubefate-Masked")).hasValue("true");
        assertThat(masked.body()).doesNotContain("top-secret").contains("password: ");
    }

    @Test
    void masksTheFilesInAListOfJobsThatWasReadUnmasked() {
        assertThat(CLIENT.get("/v1/job").body()).isEqualTo(CLIENT.get("/v1/job").body());
        String file = CLIENT.data("/v1/job").at("/0/meta_data/data").asText();
        String masked =
                CLIENT.data("/v1/job?masked=true").at("/0/meta_data/data").asText();

        assertThat(TestClient.decode(file)).contains("password: top-secret");
        assertThat(TestClient.decode(masked)).contains("password: ").doesNotContain("top-secret");
    }

    @Test
    void masksTheFileInAJob() {
        String job = CLIENT.data("/v1/job").at("/0/uuid").asText();
        String file = CLIENT.data("/v1/job/" + job).at("/meta_data/data").asText();
        String masked = CLIENT.data("/v1/job/" + job + "?masked=true")
                .at("/meta_data/data")
                .asText();

        assertThat(TestClient.decode(file)).contains("password: top-secret");
        assertThat(TestClient.decode(masked)).contains("password: ").doesNotContain("top-secret");
    }

    @Test
    void masksAnswersWithoutACluster() {
        HttpResponse<String> answer = CLIENT.get("/v1/cluster/c-2?masked=true");

        assertThat(answer.headers().firstValue("Kubefate-Masked")).hasValue("true");
        assertAnswer(answer, 404, "{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void logoutNeedsNoToken() {
        assertAnswer(CLIENT.sendWithoutToken("POST", "/v1/user/logout", ""), 200, "{\"code\":200}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-8"})
    void readsJsonWhateverTheContentType(String type) {
        String request = DemoPlugin.request("demo", "v1");
        HttpResponse<String> answer = type.isEmpty()
                ? CLIENT.send("POST", "/v1/cluster/?dryRun=true", request)
                : CLIENT.send("POST", "/v1/cluster/?dryRun=true", request, "Content-Type", type);

        assertThat(CLIENT.data(answer).at("/manifests").asText()).contains("kind: Deployment");
    }

    @Test
    void readsNamesInAnyCaseAndUnknownFields() {
        String request =
                DemoPlugin.request("demo", "v1").replace("{\"data\"", "{\"Name\":\"other\",\"new\":[1],\"DATA\"");

        assertThat(CLIENT.send("POST", "/v1/cluster", request).body())
                .contains("name of the request is other, but demo in its cluster.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"name\":", "{\"cover\":\"perhaps\"}", "x"})
    void refusesAnInvalidBody(String body) {
        HttpResponse<String> answer = CLIENT.send("POST", "/v1/cluster", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"the request").endsWith("\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        HttpResponse<String> answer =
                CLIENT.send("POST", "/v1/cluster", "{\"data\":\"" + "x".repeat(5_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 4194304 bytes");
    }

    @Test
    void anInternalErrorShowsAnIdAndNoDetail() {
        SERVER.kubernetes.defect(new IllegalStateException("secret detail"));
        try {
            HttpResponse<String> answer = CLIENT.get("/v1/cluster/" + cluster);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .matches("\\{\"error\":\"internal error; see id [0-9a-f-]{36}\"," + "\"code\":\"INTERNAL\"}");
        } finally {
            SERVER.kubernetes.unavailable(false);
        }
    }

    @Test
    void reportsThatKubernetesIsUnavailable() {
        SERVER.kubernetes.unavailable(true);
        try {
            assertAnswer(
                    CLIENT.get("/v1/namespace"),
                    503,
                    "{\"error\":\"the sandbox is away\",\"code\":\"KUBERNETES_UNAVAILABLE\"}");
        } finally {
            SERVER.kubernetes.unavailable(false);
        }
    }

    @Test
    void listsNamespaces() {
        assertThat(CLIENT.get("/v1/namespace/").body())
                .startsWith("{\"msg\":\"getNamespaceList Success\",\"data\":[{\"Name\":\"default\",")
                .contains("{\"Name\":\"demo\",\"Status\":\"Active\","
                        + "\"Labels\":{\"app.kubernetes.io/managed-by\":\"kubefate\"},\"Annotations\":{},\"Age\":\"");
    }

    @Test
    void listsAndShowsCharts() {
        String template = "{\"uuid\":\"<uuid>\",\"name\":\"demo\",\"chart\":\"name: demo\\nversion: v1\\n"
                + "engine: eggroll\\nplugin: demo 1.0.0\\nmodules: [python]\\n\",\"values\":\"%1$s\","
                + "\"values_template\":\"\",\"values_template_example\":\"%3$s\",\"templates\":[%2$s],"
                + "\"version\":\"v1\",\"app_version\":\"v1\",\"engine\":\"eggroll\",\"plugin\":\"demo@1.0.0\",\"ID\":1,"
                + "\"CreatedAt\":\"<time>\",\"UpdatedAt\":\"<time>\",\"DeletedAt\":null}";
        String example = "name: demo\\nnamespace: demo\\nchartName: demo\\nchartVersion: v1\\nmodules: [python]\\n";
        String everyKey = example.replace("[python]\\n", "\\n- python\\n").replace(": \\n", ":\\n");
        String uuid = CLIENT.data("/v1/chart").at("/0/uuid").asText();

        assertThat(TestClient.normalized(CLIENT.get("/v1/chart/")))
                .startsWith("{\"msg\":\"getChartList Success\",\"data\":[" + template.formatted(example, "", everyKey));
        assertThat(TestClient.normalized(CLIENT.get("/v1/chart/" + uuid)))
                .startsWith("{\"msg\":\"getChart Success\",\"data\":"
                        + template.formatted(example, "<", everyKey).split("<\\]")[0])
                .contains("\"name\":\"templates/demo.yaml.ftl\"");
        assertAnswer(
                CLIENT.get("/v1/chart/valueTemplateExample/demo/v1"),
                200,
                "{\"msg\":\"getChartByNameVersion Success\",\"data\":\"" + everyKey + "\"}");
        assertAnswer(
                CLIENT.get("/v1/chart/valueTemplateExample/demo/v1?comments=true"),
                200,
                "{\"msg\":\"getChartByNameVersion Success\",\"data\":\"" + example + "\"}");
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }
}
