package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.CapturedLog;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.access.TestPods;
import io.kubefate.server.service.access.ExecService;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ExecApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin(new Setting("requests.maxStreamsPerUser", "200"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String cluster;

    private final TestPods pods = SERVER.pods;
    private final Frames frames = new Frames();

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1"));
        SERVER.users().createIfAbsent("visitor");
        SERVER.users().grant("visitor", "viewer", "demo");
    }

    @BeforeEach
    void runAPod() {
        pods.clear();
        pods.run("python-a", "python", "fateboard", "1");
        pods.run("python-a", "python", "python", "1");
        pods.run("python-b", "python", "python", "1");
        pods.page(new Page("notebook", "client", 20000, List.of("http://notebook.example.com/")));
    }

    @Test
    void passesInputOutputAndTheExitStatus() throws InterruptedException {
        WebSocket socket = connect("/exec/ws?module=python&stdin=true&command=cat&command=a%20b");

        socket.sendBinary(frame(0, "hello"), true).join();
        assertThat(frames.next()).isEqualTo("1:hello");
        socket.sendBinary(frame(0, "exit"), true).join();
        assertThat(frames.next()).isEqualTo("3:{\"status\":\"Failure\"}");
        assertThat(frames.next()).isEqualTo("closed 1000");
        assertThat(pods.started())
                .containsExactly("exec python-a python ExecOptions[command=[cat, a b], input=true, terminal=false]");
    }

    @Test
    void theLogHasTheProgramButNoArguments() throws InterruptedException {
        try (CapturedLog log = CapturedLog.of(ExecService.class)) {
            connect("/exec/ws?module=python&command=mysql%0a&command=-pS3cret&command=fate")
                    .sendBinary(frame(0, "first"), true);
            assertThat(frames.next()).isEqualTo("1:first");

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("mysql")) // other tests run at the same time
                    .singleElement()
                    .asString()
                    .endsWith(": mysql?, 2 arguments");
        }
    }

    @Test
    void selectsThePodAndTheContainer() throws InterruptedException {
        connect("/exec/ws?module=python&pod=python-b&command=ls").sendBinary(frame(0, "first"), true);
        assertThat(frames.next()).isEqualTo("1:first");
        connect("/exec/ws?module=python&container=fateboard&command=ls").sendBinary(frame(0, "second"), true);
        assertThat(frames.next()).isEqualTo("1:second");

        assertThat(pods.started())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("exec python-b python "),
                        second -> assertThat(second).startsWith("exec python-a fateboard "));
    }

    @Test
    void reportsACommandThatCannotStartAsKubernetesDoes() throws InterruptedException {
        connect("/exec/ws?module=python&command=nothing");

        assertThat(frames.next()).isEqualTo("3:{\"status\":\"Failure\",\"message\":\"no such program\"}");
        assertThat(frames.next()).isEqualTo("closed 1000");
    }

    @Test
    void reportsAPageWithoutAPod() throws InterruptedException {
        connect("/forward/ws?module=client");

        assertThat(frames.next()).isEqualTo("1:no pod of service notebook is ready");
        assertThat(frames.next()).isEqualTo("closed 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exec/ws?module=python&command=ls", "/forward/ws?module=notebook"})
    void refusesViewers(String path) {
        String viewer = SERVER.users().token("visitor");
        HttpResponse<String> answer = get(path, viewer);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"code\":403,\"message\":\"user visitor needs the permission exec in namespace demo;"
                        + " ask an administrator for the role operator in namespace demo\"}");
        assertThat(get("/pages", viewer).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/exec/ws?module=python|command is required",
                "/exec/ws?command=ls|module is required",
                "/exec/ws?module=python&pod=python-c&command=ls|no container of python is running in pod python-c",
                "/forward/ws?module=mysql|the cluster has no page mysql; it has [notebook]"
            })
    void refusesUnknownTargetsAndStartsNothing(String path, String message) {
        HttpResponse<String> answer = get(path, CLIENT.token());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"" + message);
        assertThat(pods.started()).isEmpty();
    }

    @Test
    void aRequestWithoutUpgradeStartsNothing() {
        assertThat(get("/exec/ws?module=python&command=ls", CLIENT.token()).body())
                .contains("connect with ws:// or wss://");
        assertThat(pods.started()).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteCannotUseTheCookie() {
        assertThatThrownBy(() -> CLIENT.connect(
                        "/v1/cluster/" + cluster + "/exec/ws?module=python&command=ls",
                        new WebSocket.Listener() {},
                        "Cookie",
                        "jwt=" + CLIENT.token(),
                        "Origin",
                        "https://evil.example.com"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        assertThat(pods.started()).isEmpty();
    }

    @Test
    void listsPages() {
        assertThat(get("/pages", CLIENT.token()).body())
                .isEqualTo(
                        "{\"msg\":\"getClusterPages Success\",\"data\":[{\"name\":\"notebook\",\"module\":\"client\","
                                + "\"port\":20000,\"urls\":[\"http://notebook.example.com/\"]}]}");
    }

    private WebSocket connect(String path) {
        return CLIENT.connectWithToken("/v1/cluster/" + cluster + path, frames);
    }

    private static HttpResponse<String> get(String path, String token) {
        return CLIENT.sendWithoutToken("GET", "/v1/cluster/" + cluster + path, "", "Authorization", "Bearer " + token);
    }

    private static ByteBuffer frame(int stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) stream)
                .put(bytes)
                .flip();
    }

    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return String.valueOf(frames.poll(20, TimeUnit.SECONDS));
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            int stream = data.get();
            frames.add(stream + ":" + StandardCharsets.UTF_8.decode(data));
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            frames.add("closed " + code);
            return null;
        }
    }
}
