package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.TestPods;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LogApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin(new Setting("requests.maxStreamsPerUser", "200"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String cluster;

    private final TestPods pods = SERVER.pods;

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1"));
    }

    @BeforeEach
    void runTwoNodes() {
        pods.clear();
        pods.run("node-a", "nodemanager", "node", "1");
        pods.run("node-b", "nodemanager", "node", "1");
        pods.log("node-a", "node", "one\n");
        pods.log("node-b", "node", "two");
    }

    @Test
    void readsLogsOfAllPodsOfAModule() {
        assertThat(get("?container=nodemanager").body())
                .isEqualTo("{\"msg\":\"getClusterLog Success\",\"data\":\"[node-a node] one\\n[node-b node] two\\n\"}");
    }

    @Test
    void oneContainerHasNoPrefix() {
        assertThat(get("?container=node-b").body()).contains("\"data\":\"two\\n\"");
    }

    @Test
    void acceptsTheQueryOfTheCommandLineOfKubeFate1() {
        HttpResponse<String> answer =
                get("?container=&follow=false&previous=false&since=0&since-time=0001-01-01T00%3A00%3A00Z"
                        + "&timestamps=false&tail=-1&limit-bytes=0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(pods.asked())
                .contains("node-a node LogOptions[previous=false, follow=false, timestamps=false, "
                        + "sinceSeconds=Optional.empty, since=Optional.empty, tail=Optional.empty]");
    }

    @Test
    void passesTheOptionsOn() {
        get("?container=node-a&previous=1&since=600&timestamps=T&tail=0");

        assertThat(pods.asked())
                .contains("node-a node LogOptions[previous=true, follow=false, timestamps=true, "
                        + "sinceSeconds=Optional[600], since=Optional.empty, tail=Optional[0]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=1.5|since: invalid integer: '1.5'",
                "tail=many|tail: invalid integer: 'many'",
                "previous=perhaps|previous: invalid boolean: 'perhaps'",
                "since-time=yesterday|since-time: invalid time: 'yesterday'; use a format like 2020-11-13T07:22:53Z",
                "since=5&since-time=2020-11-13T07:22:53|since and since-time are mutually exclusive",
                "container=nobody|the cluster has no module, container or pod nobody; it has the modules [nodemanager], "
                        + "the containers [node] and the pods [node-a, node-b]"
            })
    void refusesInvalidParameters(String query, String message) {
        for (String path : new String[] {"?", "/ws?"}) {
            HttpResponse<String> answer = get(path + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"" + message + "\",\"code\":\"INVALID_REQUEST\"}");
        }
    }

    @Test
    void refusesAnUnknownClusterInTheWordsOfKubeFate1() {
        for (String path : new String[] {"/v1/log/c-2", "/v1/log/c-2/ws"}) {
            HttpResponse<String> answer = CLIENT.get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"get Cluster error, record not found\"");
        }
    }

    @Test
    void refusesARequestWithoutUpgrade() {
        HttpResponse<String> answer = get("/ws");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("connect with ws:// or wss://");
    }

    @Test
    void followsWithTheHeadersOfTheCommandLineOfKubeFate1() throws Exception {
        Frames frames = new Frames();
        WebSocket socket = CLIENT.connect(
                path("/ws?container=node-a&follow=true&tail=-1&since=0"),
                frames,
                "Authorization",
                "Bearer " + CLIENT.token(),
                "Origin",
                "ws://127.0.0.1/");

        pods.write("node-a", "node", "2020-11-13T07:22:53.000000001Z first");
        assertThat(frames.next()).isEqualTo("first\n");
        pods.write("node-a", "node", "2020-11-13T07:22:53.000000002Z second");
        assertThat(frames.next()).isEqualTo("second\n");

        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        TestClient.eventually(() -> pods.watches() == 0);
    }

    @Test
    void acceptsATokenInTheQuery() throws Exception {
        Frames frames = new Frames();
        WebSocket socket = CLIENT.connect(path("/ws?container=node-a&timestamps=true&token=" + CLIENT.token()), frames);
        pods.write("node-a", "node", "2020-11-13T07:22:53.000000001Z first");

        assertThat(frames.next()).isEqualTo("2020-11-13T07:22:53.000000001Z first\n");
        socket.abort();
        TestClient.eventually(() -> pods.watches() == 0);
    }

    @Test
    void followingNeedsAToken() {
        assertThatThrownBy(() -> CLIENT.connect(path("/ws"), new Frames()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void waitsForASlowClient() throws Exception {
        Frames frames = new Frames();
        frames.stopAfter(1);
        WebSocket socket = CLIENT.connectWithToken(path("/ws?container=node-a"), frames);
        String line = "x".repeat(100_000);
        int count = 200;
        for (int number = 1; number <= count; number++) {
            pods.write("node-a", "node", Instant.EPOCH.plusSeconds(number) + " " + number + line);
        }
        assertThat(frames.next()).startsWith("1x");
        TestClient.eventually(() -> pods.unread("node-a", "node") < count - 5);
        assertThat(pods.unread("node-a", "node"))
                .as("lines that were not read ahead")
                .isGreaterThan(count / 4);

        frames.goOn(socket);
        for (int number = 2; number <= count; number++) {
            assertThat(frames.next()).startsWith(number + "x");
        }
        socket.abort();
    }

    private static HttpResponse<String> get(String rest) {
        return CLIENT.get(path(rest));
    }

    private static String path(String rest) {
        return "/v1/log/" + cluster + rest;
    }

    /** Collects whole messages. */
    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder message = new StringBuilder();
        private int left = Integer.MAX_VALUE;

        void stopAfter(int count) {
            left = count;
        }

        void goOn(WebSocket socket) {
            left = Integer.MAX_VALUE;
            socket.request(1);
        }

        String next() throws InterruptedException {
            String next = messages.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("a message within 20 s").isNotNull();
            return next;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
                left--;
            }
            if (left > 0) {
                socket.request(1);
            }
            return null;
        }
    }
}
