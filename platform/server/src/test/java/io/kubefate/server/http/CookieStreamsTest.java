package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that pages open with nothing but the cookie. */
@Timeout(60)
class CookieStreamsTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin(new Setting("requests.maxStreamsPerUser", "200"));

    private static final TestClient CLIENT = new TestClient(SERVER);
    private static final int SWITCHING = 101;
    private static final String SELF = "own";

    private static String cluster;
    private static String job;

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1"));
        job = CLIENT.data("/v1/job").at("/0/uuid").asText();
    }

    @BeforeEach
    void runAPod() {
        SERVER.pods.clear();
        SERVER.pods.run("python-a", "python", "python", "1");
        SERVER.pods.page(new Page("notebook", "client", 20000, List.of()));
    }

    static Stream<String> sockets() {
        return Stream.of(
                "/v1/log/CLUSTER/ws?container=python",
                "/v1/cluster/CLUSTER/exec/ws?module=python&command=sh&stdin=true&tty=true",
                "/v1/cluster/CLUSTER/forward/ws?module=notebook");
    }

    /** Headers that browsers send: a name and a value, where {@code own} is the address of the service. */
    static Stream<Arguments> socketsOfOwnPages() {
        return sockets()
                .flatMap(path -> Stream.of(
                        Arguments.of(path, List.of("Origin", SELF)),
                        Arguments.of(path, List.of("Origin", SELF, "Sec-Fetch-Site", "same-origin"))));
    }

    static Stream<Arguments> socketsOfOthers() {
        return sockets()
                .flatMap(path -> Stream.of(
                        Arguments.of(path, List.of("Origin", "https://evil.example.com")),
                        Arguments.of(
                                path, List.of("Origin", "https://evil.example.com", "Sec-Fetch-Site", "cross-site")),
                        Arguments.of(path, List.of("Origin", "null")),
                        Arguments.of(path, List.of())));
    }

    @ParameterizedTest
    @MethodSource("socketsOfOwnPages")
    void pagesOfTheServiceOpenSockets(String path, List<String> browser) {
        assertThat(connect(path, browser)).isEqualTo(SWITCHING);
    }

    @ParameterizedTest
    @MethodSource("socketsOfOthers")
    void otherPagesOpenNone(String path, List<String> browser) {
        assertThat(connect(path, browser)).isEqualTo(403);
        assertThat(SERVER.pods.started()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/job/JOB/events", "/v1/cluster/CLUSTER/events/stream"})
    void pagesOfTheServiceFollowEvents(String path) throws IOException {
        HttpResponse<InputStream> answer = fetch(path, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/job/JOB/events", "/v1/cluster/CLUSTER/events/stream"})
    void otherPagesFollowNone(String path) {
        assertThat(fetch(path, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(fetch(path, "Origin", "https://evil.example.com").statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<InputStream> fetch(String path, String name, String value) {
        HttpRequest.Builder request = HttpRequest.newBuilder(CLIENT.uri(filled(path)))
                .headers("Accept", "text/event-stream", "Cookie", cookie(), name, value);
        return CLIENT.send(request, BodyHandlers.ofInputStream());
    }

    /** {@return the status of the answer} */
    private static int connect(String path, List<String> browser) {
        String own = "http://127.0.0.1:" + SERVER.port();
        String[] headers = Stream.concat(Stream.of("Cookie", cookie()), browser.stream())
                .map(text -> text.equals(SELF) ? own : text)
                .toArray(String[]::new);
        try {
            CLIENT.connect(filled(path), new WebSocket.Listener() {}, headers).abort();
            return SWITCHING;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private static String cookie() {
        return "jwt=" + CLIENT.token();
    }

    private static String filled(String path) {
        return path.replace("CLUSTER", cluster).replace("JOB", job);
    }
}
