package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.kubefate.server.KubefateServer;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginJarBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins and charts over HTTP: the whole service on the embedded database, with an imitated Kubernetes. */
class PluginApiTest {

    private static final int MAX_BYTES = 200_000;
    private static final String TOKEN = new Tokens(
                    TestService.key(TestService.KEY), Duration.ofMinutes(5), Clock.systemUTC())
            .issue(new User("operator"))
            .text();

    @TempDir
    private static Path home;

    private static DropwizardTestSupport<ServerConfiguration> service;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        service = new DropwizardTestSupport<>(
                KubefateServer.class,
                "../../deploy/conf/kubefate.yaml",
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.applicationConnectors[0].bindHost", "127.0.0.1"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"),
                ConfigOverride.config("logging.level", "warn"),
                ConfigOverride.config("jwt.key", TestService.KEY),
                ConfigOverride.config("database.file", home.resolve("db").toString()),
                ConfigOverride.config("kubernetes.mode", "sandbox"),
                ConfigOverride.config(
                        "plugins.directory", home.resolve("plugins").toString()),
                ConfigOverride.config("plugins.cache", home.resolve("cache").toString()),
                ConfigOverride.config("plugins.pollInterval", "100ms"),
                ConfigOverride.config("plugins.maxSize", MAX_BYTES + "B"));
        service.before();
    }

    @AfterAll
    static void stop() {
        service.after();
    }

    /** Every test leaves the service without plugins, and without temporary files. */
    @AfterEach
    void removeAll() throws IOException {
        for (JsonNode plugin : send("GET", "/v1/plugin").at("/data")) {
            send("DELETE", "/v1/plugin/" + plugin.at("/id").asText() + "?force=true");
        }
        if (Files.exists(home.resolve("cache"))) {
            try (var files = Files.list(home.resolve("cache"))) {
                assertThat(files)
                        .noneMatch(file -> file.getFileName().toString().startsWith("incoming"));
            }
        }
    }

    @Test
    void installsListsAndShowsAPlugin() {
        JsonNode installed = upload("POST", "/v1/plugin", jar("demo", "1.0.0"));

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
        upload("POST", "/v1/plugin", jar("demo", "1.0.0"));

        JsonNode upgraded = upload("PUT", "/v1/plugin/demo", jar("demo", "2.0.0"));
        assertThat(upgraded.at("/data/version").asText()).isEqualTo("2.0.0");
        assertThat(upload("PUT", "/v1/plugin/demo", jar("demo", "1.0.0"))
                        .at("/code")
                        .asText())
                .isEqualTo("PLUGIN_REFUSED");
        assertThat(upload("PUT", "/v1/plugin/demo?force=true", jar("demo", "1.0.0"))
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
        upload("POST", "/v1/plugin", jar("demo", "1.0.0"));
        String cluster = install("alpha");

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
        JsonNode deleted =
                ended(send("DELETE", "/v1/cluster/" + cluster).at("/data/uuid").asText());
        assertThat(deleted.at("/status").asText()).isEqualTo("Success");
    }

    @Test
    void refusesAnUploadWhoseLengthIsOverTheLimit() {
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
    void refusesWhatIsNoForm() {
        HttpRequest.Builder json = request("/v1/plugin")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        byte[] whole = Form.of("file", "demo.jar", jar("demo", "1.0.0")).bytes();

        assertInvalid(json(answer(json)), "multipart/form-data");
        assertInvalid(
                json(answer("POST", "/v1/plugin", form("jar", new byte[10]))), "http: no such file", "field file");
        assertInvalid(
                json(answer("POST", "/v1/plugin", BodyPublishers.ofByteArray(Arrays.copyOf(whole, whole.length / 2)))),
                "ended too early");
        assertInvalid(json(answer("POST", "/v1/plugin", BodyPublishers.ofString("nonsense"))), "ended too early");
        assertInvalid(send("PUT", "/v1/plugin/demo/enabled", "perhaps"), "JSON");
    }

    @Test
    void refusesAJarThatIsNoPlugin() {
        JsonNode refused = upload("POST", "/v1/plugin", "no jar".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.at("/code").asText()).isEqualTo("PLUGIN_REFUSED");
        assertThat(send("GET", "/v1/plugin").at("/data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/plugin", "POST /v1/plugin", "DELETE /v1/plugin/demo", "POST /v1/chart"})
    void needsAToken(String request) {
        String[] words = request.split(" ");

        assertThat(answer(HttpRequest.newBuilder(uri(words[1])).method(words[0], BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void installsAndRemovesPluginsAsCharts() {
        JsonNode uploaded = upload("POST", "/v1/chart", jar("demo", "1.0.0"));
        JsonNode again = upload("POST", "/v1/chart/", jar("demo", "1.1.0"));

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
    void aChartInUseStays() {
        upload("POST", "/v1/chart", jar("demo", "1.0.0"));
        String cluster = install("beta");
        String uuid = send("GET", "/v1/chart").at("/data/0/uuid").asText();

        assertThat(send("DELETE", "/v1/chart/" + uuid).at("/code").asText()).isEqualTo("PLUGIN_IN_USE");
        ended(send("DELETE", "/v1/cluster/" + cluster).at("/data/uuid").asText());
    }

    @Test
    void anUnknownChartIsDeletedAlready() {
        assertThat(send("DELETE", "/v1/chart/0e1b1a0e-0000-0000-0000-000000000000"))
                .hasToString("{\"msg\":\"deleteChart Success\"}");
    }

    @Test
    void saysWhatAReleaseIsToWhoUploadsAHelmChart() {
        JsonNode refused = upload("POST", "/v1/chart", new byte[] {0x1f, (byte) 0x8b, 8, 0});

        assertThat(refused.at("/error").asText()).contains("Helm chart", "a FATE release is a plugin", "plugin-guide");
    }

    /** A plugin of one Deployment. */
    private static byte[] jar(String id, String version) {
        try {
            Path jar = PluginJarBuilder.plugin(id, version)
                    .distribution(DistributionSource.serving("demo.Demo", id, "v1", "eggroll")
                            .method(
                                    "modules",
                                    "return List.of(new ModuleSpec(\"demo\", \"A module\","
                                            + " List.of(\"demo.yaml.ftl\")));"))
                    .resource("templates/demo.yaml.ftl", """
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata: {name: demo}
                            spec:
                              selector: {matchLabels: {app: demo}}
                              template:
                                metadata: {labels: {app: demo}}
                                spec:
                                  containers: [{name: demo, image: demo}]
                            """)
                    .build(home.resolve(id + ".jar"));
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Installs a cluster in a namespace of its name and gives its id. */
    private String install(String name) {
        String spec =
                "name: %s\nnamespace: %s\nchartName: demo\nchartVersion: v1\nmodules: [demo]\n".formatted(name, name);
        String data = Base64.getEncoder().encodeToString(spec.getBytes(StandardCharsets.UTF_8));
        JsonNode accepted = send("POST", "/v1/cluster", "{\"data\":\"" + data + "\"}");
        JsonNode job = ended(accepted.at("/data/uuid").asText());
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Success");
        return job.at("/cluster_id").asText();
    }

    private JsonNode ended(String job) {
        JsonNode seen = send("GET", "/v1/job/" + job).at("/data");
        while (List.of("Pending", "Running").contains(seen.at("/status").asText())) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen = send("GET", "/v1/job/" + job).at("/data");
        }
        return seen;
    }

    private JsonNode upload(String method, String path, byte[] jar) {
        return json(answer(method, path, form("file", jar)));
    }

    private static BodyPublisher form(String field, byte[] jar) {
        return BodyPublishers.ofByteArray(
                Form.of(field, "C:\\\\plugins\\\\demo.jar", jar).bytes());
    }

    private JsonNode send(String method, String path) {
        return json(answer(method, path, BodyPublishers.noBody()));
    }

    private JsonNode send(String method, String path, String body) {
        return json(answer(method, path, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> answer(String method, String path, BodyPublisher body) {
        return answer(request(path).method(method, body));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", Form.TYPE);
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.getLocalPort() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static void assertInvalid(JsonNode answer, String... words) {
        assertThat(answer.at("/code").asText()).as(answer.toString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.at("/error").asText()).contains(words);
    }
}
