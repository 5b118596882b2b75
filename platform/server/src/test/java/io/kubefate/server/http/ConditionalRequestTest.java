package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes for one version of a cluster, and changes that are accepted once. Each test works in a namespace of its own. */
class ConditionalRequestTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static int count;

    private final String key = UUID.randomUUID().toString();
    private String name;

    @BeforeEach
    void chooseAName() {
        name = "conditional-" + ++count;
    }

    @Test
    void aClusterAndItsPlansHaveTheSameETag() {
        String cluster = CLIENT.install(request(name, "v1"));
        String path = "/v1/cluster/" + cluster;
        String tag = etag(CLIENT.get(path));

        assertThat(tag).matches("\"1-\\d+\"");
        assertThat(CLIENT.data(path).at("/etag").asText()).isEqualTo(tag.replace("\"", ""));
        assertThat(Stream.of(
                        CLIENT.get(path + "?masked=true"),
                        CLIENT.send("PUT", "/v1/cluster?dryRun=true", request(name, "v1", "value: b")),
                        CLIENT.send("POST", "/v1/cluster/plan", request(name, "v1", "value: b")),
                        CLIENT.send("DELETE", path + "?dryRun=true"),
                        CLIENT.send("POST", path + "/revision/1/rollback?dryRun=true", "{}"),
                        CLIENT.get(path + "/drift")))
                .extracting(ConditionalRequestTest::etag)
                .containsOnly(tag);
    }

    @Test
    void thePlanOfAnInstallHasNoETag() {
        assertThat(CLIENT.send("POST", "/v1/cluster/plan", request(name, "v1"))
                        .headers()
                        .firstValue("ETag"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"9-9\", %s", "*", ""})
    void aChangeForTheCurrentVersionIsAccepted(String header) {
        String cluster = CLIENT.install(request(name, "v1"));
        String tag = etag(CLIENT.get("/v1/cluster/" + cluster));

        assertThat(CLIENT.send("PUT", "/v1/cluster", request(name, "v1", "value: b"), "If-Match", header.formatted(tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,''",
        "DELETE,/%s",
        "POST,/%s/revision/1/rollback",
        "POST,/%s/drift/reconcile",
        "POST,/%s/check",
    })
    void aChangeForAnEarlierVersionSaysWhoMadeTheCurrentOne(String method, String path) {
        String cluster = CLIENT.install(request(name, "v1"));
        String tag = etag(CLIENT.get("/v1/cluster/" + cluster));
        JsonNode other = CLIENT.ended(CLIENT.data(CLIENT.send("PUT", "/v1/cluster", request(name, "v1", "value: b"))));

        HttpResponse<String> answer = CLIENT.send(
                method,
                "/v1/cluster" + path.formatted(cluster),
                method.equals("PUT") ? request(name, "v1", "value: c") : "{}",
                "If-Match",
                tag);

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(json(answer).at("/code").asText()).isEqualTo("PRECONDITION_FAILED");
        assertThat(json(answer).at("/error").asText())
                .contains("user operator started ClusterUpdate with revision 2 at 2")
                .contains(other.at("/uuid").asText(), "its version is now \"2-");
        assertThat(json(answer)).hasSize(2);
    }

    @Test
    void aWeakTagNeverMatches() {
        String cluster = CLIENT.install(request(name, "v1"));
        String tag = etag(CLIENT.get("/v1/cluster/" + cluster));

        assertThat(CLIENT.send("DELETE", "/v1/cluster/" + cluster, "", "If-Match", "W/" + tag)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void anIfMatchWithoutQuotesIsInvalid() {
        HttpResponse<String> answer = CLIENT.send("DELETE", "/v1/cluster/c-1", "", "If-Match", "1-17");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error").asText()).contains("double quotes");
    }

    @Test
    void oneOfTwoOperatorsWhoSawTheSameVersionWins() {
        String cluster = CLIENT.install(request(name, "v1"));
        String tag = etag(CLIENT.get("/v1/cluster/" + cluster));
        Stream<String> values = Stream.of("value: b", "value: c");

        List<Integer> statuses = together(values.<Supplier<HttpResponse<String>>>map(
                        value -> () -> CLIENT.send("PUT", "/v1/cluster", request(name, "v1", value), "If-Match", tag)))
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aRepeatedInstallIsTheSameJob() {
        HttpResponse<String> first = keyed("POST", "/v1/cluster", request(name, "v1", "note: later"));
        HttpResponse<String> atOnce = keyed("POST", "/v1/cluster/", request(name, "v1", "note: later"));
        CLIENT.ended(CLIENT.data(first));
        HttpResponse<String> afterItsEnd = keyed("POST", "/v1/cluster", request(name, "v1", "note: later"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"warnings\":[");
        assertThat(atOnce.body()).isEqualTo(first.body());
        assertThat(afterItsEnd.body()).isEqualTo(first.body());
    }

    @Test
    void aRepeatedRollbackReconcileOrCheckIsTheSameJob() {
        String cluster = CLIENT.install(request(name, "v1", "host: 10.0.0.9"));
        CLIENT.ended(CLIENT.data(CLIENT.send("PUT", "/v1/cluster", request(name, "v1", "value: b"))));
        String path = "/v1/cluster/" + cluster;

        assertRepeatable(path + "/revision/1/rollback", "rollback");
        assertRepeatable(path + "/check", "check");
    }

    private void assertRepeatable(String path, String prefix) {
        Supplier<HttpResponse<String>> send = () -> CLIENT.send("POST", path, "{}", "Idempotency-Key", prefix + key);
        HttpResponse<String> first = send.get();

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(send.get().body()).isEqualTo(first.body());
        CLIENT.ended(CLIENT.data(first));
        assertThat(send.get().body()).isEqualTo(first.body());
    }

    @Test
    void severalRequestsOfAKeyAtTheSameTimeAreOneJob() {
        List<String> answers = together(Stream.<Supplier<HttpResponse<String>>>generate(
                                () -> () -> keyed("POST", "/v1/cluster", request(name, "v1")))
                        .limit(5))
                .map(HttpResponse::body)
                .toList();

        assertThat(answers)
                .hasSize(5)
                .containsOnly(answers.get(0))
                .first()
                .asString()
                .contains("createCluster Success");
    }

    @ParameterizedTest
    @CsvSource({"/v1/cluster,value: b", "/v1/cluster?force=true,value: a"})
    void aKeyBelongsToOneRequest(String path, String line) {
        CLIENT.ended(CLIENT.data(keyed("POST", "/v1/cluster", request(name, "v1", "value: a"))));

        HttpResponse<String> answer = keyed("POST", path, request(name, "v1", line));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(json(answer).at("/error").asText()).contains(key, "use a new key");
    }

    @Test
    void aRejectedRequestCanBeCorrectedWithTheSameKey() {
        assertThat(keyed("POST", "/v1/cluster", request(name, "v9")).statusCode())
                .isEqualTo(400);

        assertThat(keyed("POST", "/v1/cluster", request(name, "v1")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestIsRememberedAfterARestart() throws Exception {
        TestServer server = TestServer.withDemoPlugin();
        server.start();
        TestClient client = new TestClient(server);
        HttpResponse<String> first = client.send("POST", "/v1/cluster", request(name, "v1"), "Idempotency-Key", key);
        client.ended(client.data(first));

        server.restart();

        assertThat(client.send("POST", "/v1/cluster", request(name, "v1"), "Idempotency-Key", key)
                        .body())
                .isEqualTo(first.body());
        server.stop();
    }

    @Test
    void aKeyIsVisibleText() {
        HttpResponse<String> answer =
                CLIENT.send("POST", "/v1/cluster", request(name, "v1"), "Idempotency-Key", "a key");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error").asText()).contains("255 visible ASCII characters");
    }

    private HttpResponse<String> keyed(String method, String path, String body) {
        return CLIENT.send(method, path, body, "Idempotency-Key", key);
    }

    private static String etag(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static Stream<HttpResponse<String>> together(Stream<Supplier<HttpResponse<String>>> requests) {
        List<CompletableFuture<HttpResponse<String>>> started =
                requests.map(CompletableFuture::supplyAsync).toList();
        return started.stream().map(CompletableFuture::join);
    }
}
