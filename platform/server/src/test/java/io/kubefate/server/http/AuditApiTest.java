package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubefate.server.CapturedLog;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.job.JobLog;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Isolated("a service that starts removes the appenders of all others")
class AuditApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @TempDir
    Path folder;

    @BeforeEach
    void beginWithoutEntries() throws InterruptedException {
        CLIENT.send("DELETE", "/v1/job/marker"); // what other tests have requested is stored before
        entries("text", "marker", 1);
        SERVER.jdbi().useHandle(handle -> handle.execute("delete from audit"));
    }

    @Test
    void recordsWhoChangedWhat() throws InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                "POST",
                "/v1/cluster",
                DemoPlugin.request("alpha", "v1"),
                "X-Request-Id",
                "r-1",
                "User-Agent",
                "test/1");
        JsonNode job = CLIENT.data(answer);

        JsonNode entry = entries("verb", "install", 1).get(0);

        assertThat(entry.at("/user").asText()).isEqualTo("operator");
        assertThat(entry.at("/token_kind").asText()).isEqualTo("session");
        assertThat(entry.at("/address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/user_agent").asText()).isEqualTo("test/1");
        assertThat(entry.at("/kind").asText()).isEqualTo("cluster");
        assertThat(entry.at("/namespace").asText()).isEqualTo("alpha");
        assertThat(entry.at("/name").asText()).isEqualTo("alpha");
        assertThat(entry.at("/uuid").asText()).isEqualTo(job.at("/cluster_id").asText());
        assertThat(entry.at("/result").asText()).isEqualTo("ok");
        assertThat(entry.at("/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/detail").asText())
                .isEqualTo("job " + job.at("/uuid").asText());
        assertThat(entry.at("/request_id").asText()).isEqualTo("r-1");
        assertThat(entry.at("/requests").asInt()).isEqualTo(1);
        CLIENT.ended(job);
    }

    @Test
    void recordsTheWholeLifeOfACluster() throws InterruptedException {
        String cluster = CLIENT.install(DemoPlugin.request("life", "v1"));
        CLIENT.ended(CLIENT.data(CLIENT.send("PUT", "/v1/cluster", DemoPlugin.request("life", "v1", "value: b"))));
        CLIENT.ended(CLIENT.data(CLIENT.send("POST", "/v1/cluster/" + cluster + "/revision/1/rollback", "{}")));
        CLIENT.send("POST", "/v1/cluster/" + cluster + "/drift/reconcile", "{}");
        CLIENT.send("POST", "/v1/cluster/" + cluster + "/module/python/restart?dryRun=true");
        CLIENT.send("POST", "/v1/cluster/" + cluster + "/module/python/restart");
        JsonNode delete = CLIENT.ended(CLIENT.data(CLIENT.send("DELETE", "/v1/cluster/" + cluster)));
        CLIENT.send("PUT", "/v1/job/" + delete.at("/uuid").asText() + "?jobStatus=stop");
        CLIENT.send("DELETE", "/v1/job/" + delete.at("/uuid").asText());

        assertThat(entries("cluster", "life/life", 8))
                .extracting(entry ->
                        entry.at("/verb").asText() + " " + entry.at("/result").asText())
                .containsExactly(
                        "job delete ok",
                        "stop rejected",
                        "delete ok",
                        "restart ok",
                        "reconcile ok",
                        "rollback ok",
                        "update ok",
                        "install ok");
        assertThat(entries("verb", "stop", 1).get(0).at("/detail").asText()).isEqualTo("WRONG_STATE");
        assertThat(entries("verb", "restart", 1).get(0).at("/detail").asText()).isEqualTo("module python");
        assertThat(entries("verb", "rollback", 1).get(0).at("/detail").asText()).startsWith("revision 1; job ");
    }

    @Test
    void recordsLoginsAndRefusedLogins() throws InterruptedException {
        login("admin", "admin");
        login("admin", "wrong\u001b[2J");
        login("eve\nforged", "secret");

        assertThat(entries("verb", "login", 3))
                .extracting(entry ->
                        entry.at("/user").asText() + " " + entry.at("/result").asText() + " "
                                + entry.at("/detail").asText())
                .containsExactly(
                        "eve?forged denied incorrect Username or Password",
                        "admin denied incorrect Username or Password",
                        "admin ok ");
    }

    @Test
    void recordsLogoutsOfKnownUsers() throws InterruptedException {
        CLIENT.sendWithoutToken("POST", "/v1/user/logout", "");
        CLIENT.send("POST", "/v1/user/logout");

        JsonNode entry = entries("verb", "logout", 1).get(0);

        assertThat(texts(entry, "user", "token_kind", "result")).containsExactly("operator", "session", "ok");
    }

    @Test
    void namesTheUserOfAnExpiredToken() throws InterruptedException {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        String expired = SERVER.users().token("operator", yesterday, Duration.ofHours(1));
        String forged = expired.substring(0, expired.length() - 4) + "AAAA";
        CLIENT.sendWithoutToken("GET", "/v1/cluster", "", "Authorization", "Bearer " + expired);
        CLIENT.sendWithoutToken("GET", "/v1/cluster", "", "Authorization", "Bearer " + forged);

        assertThat(entries("result", "denied", 2))
                .extracting(entry ->
                        entry.at("/user").asText() + ": " + entry.at("/detail").asText())
                .containsExactly(": signature is invalid", "operator: Token is expired");
    }

    @Test
    void recordsAPluginThatIsAddedToTheFolder() throws Exception {
        Path built = PluginJarBuilder.plugin("dropped", "1.0.0")
                .distribution(DistributionSource.serving("demo.Demo", "dropped", "v1", "eggroll"))
                .build(folder.resolve("dropped.jar"));
        Files.move(built, SERVER.pluginsFolder().resolve("dropped.jar"));

        JsonNode entry = entries("verb", "plugin", 1).get(0);

        assertThat(texts(entry, "user", "token_kind", "verb", "kind", "name", "detail"))
                .containsExactly(
                        "system:kubefate",
                        "service",
                        "plugin install",
                        "plugin",
                        "dropped",
                        "version 1.0.0, from the plugins folder");
    }

    @Test
    void recordsDeniedRequests() throws InterruptedException {
        CLIENT.sendWithoutToken("GET", "/v1/cluster", "");
        SERVER.users().createIfAbsent("visitor");
        SERVER.users().grant("visitor", "viewer", "*");
        String viewer = SERVER.users().token("visitor");
        CLIENT.sendWithoutToken("GET", "/v1/audit", "", "Authorization", "Bearer " + viewer);

        assertThat(entries("result", "denied", 2))
                .extracting(entry -> entry.at("/user").asText() + " "
                        + entry.at("/verb").asText() + " " + entry.at("/status").asInt())
                .containsExactly("visitor GET /v1/audit 403", " GET /v1/cluster 401");
    }

    @Test
    void recordsAccessToPods() throws InterruptedException {
        String cluster = CLIENT.install(DemoPlugin.request("pods", "v1"));
        SERVER.pods.run("python-a", "python", "python", "1");
        String path = "/v1/cluster/" + cluster + "/exec/ws?module=python&command=mysql&command=-psecret";
        CLIENT.connectWithToken(path, new WebSocket.Listener() {}).abort();
        CLIENT.connectWithToken("/v1/log/" + cluster + "/ws", new WebSocket.Listener() {})
                .abort();
        CLIENT.get("/v1/cluster/" + cluster + "/pages");
        CLIENT.get("/v1/log/" + cluster);

        List<JsonNode> entries = entries("cluster", "pods", 4);

        assertThat(entries)
                .extracting(entry ->
                        entry.at("/verb").asText() + " " + entry.at("/result").asText())
                .containsExactly("pages ok", "logs ok", "exec ok", "install ok");
        assertThat(entries.get(2).at("/detail").asText()).isEqualTo("module python, program mysql");
    }

    @Test
    void recordsNoReads() throws InterruptedException {
        CLIENT.get("/v1/cluster");
        CLIENT.get("/v1/audit");
        CLIENT.send("POST", "/v1/cluster/plan", DemoPlugin.request("plan", "v1"));
        CLIENT.send("POST", "/v1/cluster/images", DemoPlugin.request("plan", "v1"));
        CLIENT.send("POST", "/v1/cluster?dryRun=true", DemoPlugin.request("plan", "v1"));
        CLIENT.send("DELETE", "/v1/job/last");

        assertThat(entries("user", "operator", 1)).hasSize(1);
    }

    @Test
    void containsNoPartOfABody() throws InterruptedException {
        CLIENT.send("POST", "/v1/cluster", "{\"data\": secret-value}");
        CLIENT.send("POST", "/v1/cluster", DemoPlugin.request("bad", "v1", "value: [secret-value]"));

        assertThat(entries("verb", "install", 2))
                .noneMatch(entry -> entry.toString().contains("secret-value"));
    }

    @Test
    void aListHasPages() throws InterruptedException {
        for (int request = 0; request < 5; request++) {
            CLIENT.send("DELETE", "/v1/job/j-" + request);
        }
        entries("verb", "job", 5);

        JsonNode first = TestClient.json(CLIENT.get("/v1/audit?limit=3"));
        JsonNode second = TestClient.json(
                CLIENT.get("/v1/audit?limit=3&continue=" + first.at("/continue").asText()));

        assertThat(uuids(first)).containsExactly("j-4", "j-3", "j-2");
        assertThat(uuids(second)).containsExactly("j-1", "j-0");
        assertThat(first.at("/remaining_item_count").asInt()).isEqualTo(2);
        assertThat(second.has("continue")).isFalse();
        assertThat(second.has("remaining_item_count")).isFalse();
        assertThat(uuids(TestClient.json(CLIENT.get("/v1/audit?limit=2&sort=created"))))
                .containsExactly("j-0", "j-1");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,'limit must be a number from 1 to 1000'",
        "continue=-1,'continue must be the value from the reply with the part before'",
        "since=yesterday,'since must be a time like 2026-01-31T12:00:00Z'",
        "result=bad,'result must be one or, separated by commas, several of ok, denied, rejected, failed'",
        "sort=verb,'sort must be one of created, user, namespace'"
    })
    void rejectsAnInvalidFilter(String query, String message) {
        HttpResponse<String> answer = CLIENT.get("/v1/audit?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(answer).at("/error").asText()).startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nobodyCanChangeIt(String method) {
        assertThat(CLIENT.send(method, "/v1/audit").statusCode()).isEqualTo(405);
        assertThat(CLIENT.send(method, "/v1/audit/1").statusCode()).isEqualTo(404);
    }

    @Test
    void theLogHasOneLineForEachChangeAndEachJob() {
        try (CapturedLog changes = CapturedLog.of(AuditService.class);
                CapturedLog jobs = CapturedLog.of(JobLog.class)) {
            HttpResponse<String> answer =
                    CLIENT.send("POST", "/v1/cluster", DemoPlugin.request("logged", "v1"), "X-Request-Id", "r-2");
            JsonNode job = CLIENT.ended(CLIENT.data(answer));
            CLIENT.get("/v1/cluster");

            String uuid = job.at("/uuid").asText();
            assertThat(changes.lines())
                    .singleElement()
                    .asString()
                    .matches("\\{request=r-2} INFO install by operator, cluster logged/logged: ok 200 in \\d+ ms: job "
                            + uuid);
            assertThat(jobs.lines())
                    .singleElement()
                    .asString()
                    .matches("\\{job=" + uuid
                            + "} INFO ClusterInstall by operator, cluster logged/logged: Success after \\d+ s");
        }
    }

    private static void login(String user, String password) {
        CLIENT.sendWithoutToken(
                "POST", "/v1/user/login", "{\"username\":" + quoted(user) + ",\"password\":" + quoted(password) + "}");
    }

    private static String quoted(String text) {
        return new TextNode(text).toString();
    }

    /** Another thread stores the entries, soon after the response. */
    private static List<JsonNode> entries(String filter, String value, int number) throws InterruptedException {
        List<JsonNode> found = find(filter, value);
        while (found.size() < number) {
            Thread.sleep(10);
            found = find(filter, value);
        }
        assertThat(found).hasSize(number);
        return found;
    }

    private static List<JsonNode> find(String filter, String value) {
        List<JsonNode> entries = new ArrayList<>();
        CLIENT.data("/v1/audit?" + filter + "=" + value).forEach(entries::add);
        return entries;
    }

    private static List<String> texts(JsonNode entry, String... fields) {
        return Stream.of(fields).map(field -> entry.at("/" + field).asText()).toList();
    }

    private static List<String> uuids(JsonNode reply) {
        return StreamSupport.stream(reply.at("/data").spliterator(), false)
                .map(entry -> entry.at("/uuid").asText())
                .toList();
    }
}
