package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.access.TestPods;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin(new Setting("requests.maxStreamsPerUser", "2"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String cluster;

    private static final String PULLED =
            "{\"time\":\"2020-11-13T07:22:53Z\",\"type\":\"Normal\",\"reason\":\"Pulled\",\"module\":\"mysql\","
                    + "\"object\":\"Pod/mysql-0\",\"count\":1,\"message\":\"first\"}";

    private final TestPods pods = SERVER.pods;

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1"));
    }

    @BeforeEach
    void pullAnImage() {
        pods.clear();
        pods.report(event("first"));
    }

    @Test
    void listsEvents() {
        HttpResponse<String> answer = CLIENT.get("/v1/cluster/" + cluster + "/events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"msg\":\"getClusterEvents Success\",\"data\":[" + PULLED + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cluster/c-2/events", "/v1/cluster/c-2/events/stream"})
    void anUnknownClusterIsNotFound(String path) {
        HttpResponse<String> answer = CLIENT.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void streamsKnownAndNewEvents() throws IOException {
        HttpResponse<InputStream> answer =
                CLIENT.send(CLIENT.request("/v1/cluster/" + cluster + "/events/stream"), BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).isEqualTo(PULLED);
            pods.report(event("second"));
            assertThat(nextData(lines)).isEqualTo(PULLED.replace("first", "second"));
        }
    }

    @Test
    void aStreamBeyondTheLimitGetsTheReason() throws Exception {
        String path = "/v1/cluster/" + cluster + "/events/stream";
        try (InputStream first = CLIENT.send(CLIENT.request(path), BodyHandlers.ofInputStream())
                        .body();
                InputStream second = CLIENT.send(CLIENT.request(path), BodyHandlers.ofInputStream())
                        .body()) {
            HttpResponse<String> third = CLIENT.get(path);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.body())
                    .contains("user operator has 2 open streams")
                    .contains("TOO_MANY_REQUESTS");
        }
        assertThat(statusAfterTheClientsAreGone(path)).isEqualTo(200);
    }

    /** The service notices that a client is gone when it sends the next event. */
    private int statusAfterTheClientsAreGone(String path) throws IOException {
        int status = 429;
        while (status == 429) {
            pods.report(event("another"));
            HttpResponse<InputStream> answer = CLIENT.send(CLIENT.request(path), BodyHandlers.ofInputStream());
            status = answer.statusCode();
            answer.body().close();
        }
        return status;
    }

    private static String nextData(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data:")) {
            line = lines.readLine();
        }
        return line.substring("data:".length()).strip();
    }

    private static ObjectEvent event(String message) {
        Instant time = Instant.parse("2020-11-13T07:22:53Z");
        return new ObjectEvent(time, "Normal", "Pulled", "mysql", "Pod", "mysql-0", 1, message);
    }
}
