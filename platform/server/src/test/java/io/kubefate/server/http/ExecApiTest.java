package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.fabric.access.TestPods;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
@Timeout(60)
class ExecApiTest {

    private static final DropwizardAppExtension<ServerConfiguration> SERVICE = TestService.start();

    private static final Tokens TOKENS =
            new Tokens(TestService.key(TestService.KEY), Duration.ofMinutes(5), Clock.systemUTC());

    private static final String OPERATOR = TOKENS.issue(new User("operator")).text();

    private static final String VIEWER =
            TOKENS.issue(new User("visitor", User.Role.VIEWER)).text();

    private final TestPods pods = SERVICE.<TestService>getApplication().pods;
    private final Frames frames = new Frames();

    @BeforeEach
    void runAPod() {
        pods.clear();
        pods.run("python-a", "python", "fateboard", "1");
        pods.run("python-a", "python", "python", "1");
        pods.run("python-b", "python", "python", "1");
        pods.page(new Page("notebook", "client", 20000, List.of("http://notebook.example.com/")));
    }

    @Test
    void handsOnInputOutputAndTheEnd() throws InterruptedException {
        WebSocket socket = connect("/exec/ws?module=python&stdin=true&command=cat&command=a%20b");

        socket.sendBinary(frame(0, "hello"), true).join();
        assertThat(frames.next()).isEqualTo("1:hello");
        socket.sendBinary(frame(0, "exit"), true).join();
        assertThat(frames.next()).isEqualTo("3:{\"status\":\"Failure\"}");
        assertThat(frames.next()).isEqualTo("closed 1000");
        assertThat(pods.begun())
                .containsExactly("exec python-a python ExecOptions[command=[cat, a b], input=true, terminal=false]");
    }

    @Test
    void thePodAndTheContainerCanBeChosen() throws InterruptedException {
        connect("/exec/ws?module=python&pod=python-b&command=ls").sendBinary(frame(0, "first"), true);
        assertThat(frames.next()).isEqualTo("1:first");
        connect("/exec/ws?module=python&container=fateboard&command=ls").sendBinary(frame(0, "second"), true);
        assertThat(frames.next()).isEqualTo("1:second");

        assertThat(pods.begun())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("exec python-b python "),
                        second -> assertThat(second).startsWith("exec python-a fateboard "));
    }

    @Test
    void whatCannotBeBegunIsToldAsKubernetesDoes() throws InterruptedException {
        connect("/exec/ws?module=python&command=nothing");

        assertThat(frames.next()).isEqualTo("3:{\"status\":\"Failure\",\"message\":\"no such program\"}");
        assertThat(frames.next()).isEqualTo("closed 1000");
    }

    @Test
    void aPageWithoutAPodIsTold() throws InterruptedException {
        connect("/forward/ws?module=client");

        assertThat(frames.next()).isEqualTo("1:no pod of service notebook is ready");
        assertThat(frames.next()).isEqualTo("closed 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exec/ws?module=python&command=ls", "/forward/ws?module=notebook"})
    void whoMayOnlyLookIsRefused(String path) {
        HttpResponse<String> answer = get(path, VIEWER);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"code\":403,\"message\":\"you don't have permission to access this resource\"}");
        assertThat(get("/pages", VIEWER).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/exec/ws?module=python|the command is missing",
                "/exec/ws?command=ls|the module is missing",
                "/exec/ws?module=python&pod=python-c&command=ls|no container of python runs in pod python-c",
                "/forward/ws?module=mysql|the cluster has no page mysql; it has [notebook]"
            })
    void refusesWhatIsNotThereAndBeginsNothing(String path, String message) {
        HttpResponse<String> answer = get(path, OPERATOR);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"" + message);
        assertThat(pods.begun()).isEmpty();
    }

    @Test
    void anOrdinaryRequestRunsNothing() {
        assertThat(get("/exec/ws?module=python&command=ls", OPERATOR).body()).contains("connect with ws:// or wss://");
        assertThat(pods.begun()).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteCannotUseTheCookie() {
        HttpResponse<String> answer = TestService.send(
                SERVICE,
                "GET",
                "/v1/cluster/c-1/exec/ws?module=python&command=ls",
                "",
                "Cookie",
                "jwt=" + OPERATOR,
                "Origin",
                "https://evil.example.com");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("pages of another site may not use the cookie");
    }

    @Test
    void listsPages() {
        assertThat(get("/pages", OPERATOR).body())
                .isEqualTo(
                        "{\"msg\":\"getClusterPages Success\",\"data\":[{\"name\":\"notebook\",\"module\":\"client\","
                                + "\"port\":20000,\"urls\":[\"http://notebook.example.com/\"]}]}");
    }

    private WebSocket connect(String path) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + OPERATOR)
                .buildAsync(URI.create("ws://127.0.0.1:" + SERVICE.getLocalPort() + "/v1/cluster/c-1" + path), frames)
                .join();
    }

    private static HttpResponse<String> get(String path, String token) {
        return TestService.send(SERVICE, "GET", "/v1/cluster/c-1" + path, "", "Authorization", "Bearer " + token);
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
