package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins and charts over HTTP. */
class PluginApiTest {

    private static final int MAX_BYTES = 200_000;

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(new Setting("plugins.maxSize", MAX_BYTES + "B"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    /** Leaves the server without plugins, and checks that no temporary file remains. */
    @AfterEach
    void removeAll() throws IOException {
        for (JsonNode plugin : send("GET", "/v1/plugin").at("/data")) {
            send("DELETE", "/v1/plugin/" + plugin.at("/id").asText() + "?force=true");
        }
        if (Files.exists(SERVER.pluginCache())) {
            try (var files = Files.list(SERVER.pluginCache())) {
                assertThat(files)
                        .noneMatch(file -> file.getFileName().toString().startsWith("incoming"));
            }
        }
    }

    @Test
    void installsListsAndShowsAPlugin() {
        JsonNode installed = upload("POST", "/v1/plugin", DemoPlugin.jar("demo", "1.0.0"));

        assertThat(installed.at("/msg").asText()).isEqualTo("createPlugin Success");
        assertThat(installed.at("/data/id").asText()).isEqualTo("demo");
        assertThat(installed.at("/data/state").asText()).isEqualTo("loaded");
        assertThat(installed.at("/data/file").asText()).isEqualTo("demo.jar");
        assertThat(installed.at("/data/changedBy").asText()).isEqualTo("operator");
        assertThat(send("GET", "/v1/plugin").at("/data")).containsExactly(installed.at("/data"));
        assertThat(send("GET", "/v1/plugin/demo").at("/data")).isEqualTo(installed.at("/data"));
    }

    @Test
    void upgradesDisablesEnablesAndRemovesAPlugin() {
        upload("POST", "/v1/plugin", DemoPlugin.jar("demo", "1.0.0"));

        JsonNode upgraded = upload("PUT", "/v1/plugin/demo", DemoPlugin.jar("demo", "2.0.0"));
        assertThat(upgraded.at("/data/version").asText()).isEqualTo("2.0.0");
        assertThat(upload("PUT", "/v1/plugin/demo", DemoPlugin.jar("demo", "1.0.0"))
                        .at("/code")
                        .asText())
                .isEqualTo("PLUGIN_REFUSED");
        assertThat(upload("PUT", "/v1/plugin/demo?force=true", DemoPlugin.jar("demo", "1.0.0"))
                        .at("/data/version")
                        .asText())
                .isEqualTo("1.0.0");
        assertThat(send("PUT", "/v1/plugin/demo/enabled", "false")
                        .at("/data/state")
                        .asText())
                .isEqualTo("disabled");
        assertThat(send("PUT", "/v1/plugin/demo/enabled", "true")
                        .at("/data/state")
                        .asText())
                .isEqualTo("loaded");
        assertThat(send("DELETE", "/v1/plugin/demo")).hasToString("{\"msg\":\"deletePlugin Success\"}");
        assertThat(send("GET", "/v1/plugin/demo").at("/error").asText()).isEqualTo("record not found");
    }

    @Test
    void clustersOutliveTheirPlugin() {
        upload("POST", "/v1/plugin", DemoPlugin.jar("demo", "1.0.0"));
        String cluster = CLIENT.install(DemoPlugin.request("alpha", "v1"));

        HttpResponse<String> refused = answer("DELETE", "/v1/plugin/demo", BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).at("/code").asText()).isEqualTo("PLUGIN_IN_USE");
        assertThat(json(refused).at("/error").asText()).contains("alpha in namespace alpha");

        send("DELETE", "/v1/plugin/demo?force=true");
        assertThat(send("GET", "/v1/chart").at("/data")).isEmpty();
        JsonNode described = send("GET", "/v1/cluster/" + cluster).at("/data");
        assertThat(described.at("/Spec/chartName").asText()).isEqualTo("demo");
        assertThat(described.at("/Info/pod")).isNotEmpty();
        assertThat(send("GET", "/v1/cluster").at("/data")).hasSize(1);
        JsonNode deleted = CLIENT.ended(CLIENT.data(CLIENT.send("DELETE", "/v1/cluster/" + cluster)));
        assertThat(deleted.at("/status").asText()).isEqualTo("Success");
    }

    @Test
    void refusesAnUploadLargerThanTheLimit() {
        byte[] form =
                Form.of("file", "large.jar", new byte[MAX_BYTES + 100_000]).bytes();

        HttpResponse<String> answer = answer("POST", "/v1/plugin", BodyPublishers.ofByteArray(form));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error").asText()).contains("larger than " + MAX_BYTES + " bytes");
    }

    @Test
    void cutsOffAnUploadOfUnknownLength() {
        byte[] form = Form.of("file", "large.jar", new byte[MAX_BYTES + 1]).bytes();

        HttpResponse<String> answer =
                answer("POST", "/v1/plugin", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error").asText()).contains("larger than");
    }

    @Test
    void refusesInvalidForms() {
        byte[] whole =
                Form.of("file", "demo.jar", DemoPlugin.jar("demo", "1.0.0")).bytes();

        assertInvalid(
                json(CLIENT.send("POST", "/v1/plugin", "{}", "Content-Type", "application/json")),
                "multipart/form-data");
        assertInvalid(
                json(answer("POST", "/v1/plugin", form("jar", new byte[10]))), "http: no such file", "field file");
        assertInvalid(
                json(answer("POST", "/v1/plugin", BodyPublishers.ofByteArray(Arrays.copyOf(whole, whole.length / 2)))),
                "ended early");
        assertInvalid(json(answer("POST", "/v1/plugin", BodyPublishers.ofString("nonsense"))), "ended early");
        assertInvalid(send("PUT", "/v1/plugin/demo/enabled", "perhaps"), "JSON");
    }

    @Test
    void refusesAJarWithoutAPlugin() {
        JsonNode refused = upload("POST", "/v1/plugin", "no jar".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.at("/code").asText()).isEqualTo("PLUGIN_REFUSED");
        assertThat(send("GET", "/v1/plugin").at("/data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/plugin", "POST /v1/plugin", "DELETE /v1/plugin/demo", "POST /v1/chart"})
    void needsAToken(String request) {
        String[] words = request.split(" ");

        assertThat(CLIENT.sendWithoutToken(words[0], words[1], "").statusCode()).isEqualTo(401);
    }

    @Test
    void installsAndRemovesPluginsAsCharts() {
        JsonNode uploaded = upload("POST", "/v1/chart", DemoPlugin.jar("demo", "1.0.0"));
        JsonNode again = upload("POST", "/v1/chart/", DemoPlugin.jar("demo", "1.1.0"));

        String uuid = uploaded.at("/data/helmUUID").asText();
        assertThat(uploaded).hasToString("{\"msg\":\"CreateChart Success\",\"data\":{\"helmUUID\":\"" + uuid + "\"}}");
        assertThat(again).isEqualTo(uploaded);
        JsonNode chart = send("GET", "/v1/chart/" + uuid).at("/data");
        assertThat(chart.fieldNames())
                .toIterable()
                .contains("uuid", "name", "chart", "values", "values_template", "values_template_example")
                .contains("templates", "version", "app_version", "ID", "CreatedAt", "UpdatedAt", "DeletedAt");
        assertThat(chart.at("/plugin").asText()).isEqualTo("demo@1.1.0");
        assertThat(chart.at("/values").asText()).contains("name: demo");
        assertThat(chart.at("/CreatedAt").asText())
                .isLessThan(chart.at("/UpdatedAt").asText());
        assertThat(chart.at("/templates/0/name").asText()).isEqualTo("templates/demo.yaml.ftl");
        assertThat(new String(
                        Base64.getDecoder().decode(chart.at("/templates/0/data").asText()), StandardCharsets.UTF_8))
                .contains("kind: Deployment");
        assertThat(send("DELETE", "/v1/chart/" + uuid)).hasToString("{\"msg\":\"deleteChart Success\"}");
        assertThat(send("GET", "/v1/plugin").at("/data")).isEmpty();
    }

    @Test
    void aChartInUseIsNotDeleted() {
        upload("POST", "/v1/chart", DemoPlugin.jar("demo", "1.0.0"));
        String cluster = CLIENT.install(DemoPlugin.request("beta", "v1"));
        String uuid = send("GET", "/v1/chart").at("/data/0/uuid").asText();

        assertThat(send("DELETE", "/v1/chart/" + uuid).at("/code").asText()).isEqualTo("PLUGIN_IN_USE");
        CLIENT.ended(CLIENT.data(CLIENT.send("DELETE", "/v1/cluster/" + cluster)));
    }

    @Test
    void deletingAnUnknownChartSucceeds() {
        assertThat(send("DELETE", "/v1/chart/0e1b1a0e-0000-0000-0000-000000000000"))
                .hasToString("{\"msg\":\"deleteChart Success\"}");
    }

    @Test
    void explainsThatAHelmChartIsNotAPlugin() {
        JsonNode refused = upload("POST", "/v1/chart", new byte[] {0x1f, (byte) 0x8b, 8, 0});

        assertThat(refused.at("/error").asText()).contains("Helm chart", "a FATE release is a plugin", "plugin-guide");
    }

    private static JsonNode upload(String method, String path, byte[] jar) {
        return json(answer(method, path, form("file", jar)));
    }

    private static BodyPublisher form(String field, byte[] jar) {
        return BodyPublishers.ofByteArray(
                Form.of(field, "C:\\\\plugins\\\\demo.jar", jar).bytes());
    }

    private static JsonNode send(String method, String path) {
        return json(CLIENT.send(method, path));
    }

    private static JsonNode send(String method, String path, String body) {
        return json(CLIENT.send(method, path, body));
    }

    private static HttpResponse<String> answer(String method, String path, BodyPublisher body) {
        return CLIENT.send(method, path, body, "Content-Type", Form.TYPE);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return TestClient.json(answer);
    }

    private static void assertInvalid(JsonNode answer, String... words) {
        assertThat(answer.at("/code").asText()).as(answer.toString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.at("/error").asText()).contains(words);
    }
}
