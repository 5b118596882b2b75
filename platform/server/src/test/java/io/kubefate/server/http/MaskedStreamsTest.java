package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams contain no passwords for a user who may not see them, nor for one who requests {@code masked=true}. */
@Timeout(60)
class MaskedStreamsTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient ADMIN = new TestClient(SERVER);
    private static final String SECRET = "top-secret";

    private static String cluster;
    private static String job;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @BeforeAll
    static void installACluster() {
        cluster = ADMIN.install(DemoPlugin.request("own", "v1", "password: top-secret", "value: top-secret"));
        job = ADMIN.data("/v1/job").at("/0/uuid").asText();
        SERVER.users().createIfAbsent("visitor");
        SERVER.users().grant("visitor", "viewer", "own");
    }

    @BeforeEach
    void runAPod() {
        SERVER.pods.run("python-a", "python", "python", "1");
        SERVER.pods.report(new ObjectEvent(
                Instant.parse("2020-11-13T07:22:53Z"),
                "Normal",
                "Started",
                "mysql",
                "Pod",
                "mysql-0",
                1,
                "started with " + SECRET));
    }

    @AfterEach
    void removePods() {
        SERVER.pods.clear();
    }

    @ParameterizedTest
    @CsvSource({"operator, '', false", "operator, ?masked=true, true", "visitor, '', true"})
    void inTheStatesOfAJob(String user, String query, boolean masked) {
        HttpResponse<String> events = new TestClient(SERVER, user).get("/v1/job/" + job + "/events" + query);

        String data = events.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow();
        String file = TestClient.decode(TestClient.json(data.substring("data:".length()))
                .at("/meta_data/data")
                .asText());
        assertThat(file).contains("password: ");
        assertThat(file.contains(SECRET)).isEqualTo(!masked);
        assertThat(events.headers().firstValue("Kubefate-Masked").isPresent()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"operator, '', false", "operator, ?masked=true, true", "visitor, '', true"})
    void inTheEventsOfACluster(String user, String query, boolean masked) throws IOException {
        TestClient client = new TestClient(SERVER, user);
        String path = "/v1/cluster/" + cluster + "/events";

        assertThat(client.get(path + query).body())
                .contains(masked ? "started with (hidden)" : "started with top-secret");
        HttpResponse<InputStream> stream =
                client.send(client.request(path + "/stream" + query), BodyHandlers.ofInputStream());
        assertThat(firstData(stream)).contains(masked ? "started with (hidden)" : "started with top-secret");
        assertThat(stream.headers().firstValue("Kubefate-Masked").isPresent()).isEqualTo(masked);
    }

    @Test
    void inFollowedLogs() throws InterruptedException {
        follow(ADMIN, "&masked=true");
        write("connects with top-secret");

        assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("connects with (hidden)");
    }

    @Test
    void fromTheMomentInWhichAUserMayNoLongerSeeThem() throws InterruptedException {
        String grant = ADMIN.data(ADMIN.send(
                        "POST",
                        "/v1/permission",
                        "{\"subject\":\"visitor\",\"role\":\"secrets\",\"namespace\":\"own\"}"))
                .at("/id")
                .asText();
        follow(new TestClient(SERVER, "visitor"), "");
        write("first top-secret");
        assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("first top-secret");

        ADMIN.data(ADMIN.send("DELETE", "/v1/permission/" + grant));

        awaitLine("later top-secret", "later (hidden)");
    }

    @Test
    void alsoThoseThatAClusterGetsMeanwhile() throws InterruptedException {
        follow(new TestClient(SERVER, "visitor"), "");
        write("connects with fresh-one");
        assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("connects with fresh-one");

        ADMIN.ended(ADMIN.data(ADMIN.send(
                "PUT", "/v1/cluster", DemoPlugin.request("own", "v1", "password: fresh-one", "value: top-secret"))));

        awaitLine("connects with fresh-one", "connects with (hidden)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exec/ws?module=python&command=ls", "/forward/ws?module=notebook"})
    void andAreRefusedWhereTheyCannotBeMasked(String path) {
        HttpResponse<String> answer = ADMIN.get("/v1/cluster/" + cluster + path + "&masked=true");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be masked: omit masked=true");
    }

    private void follow(TestClient client, String query) {
        client.connectWithToken("/v1/log/" + cluster + "/ws?container=python" + query, new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                lines.add(text.toString().strip());
                socket.request(1);
                return null;
            }
        });
    }

    /** Writes the same line again until the stream has masked it. */
    private void awaitLine(String plain, String masked) throws InterruptedException {
        String line = plain;
        while (plain.equals(line)) {
            write(plain);
            line = lines.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).isEqualTo(masked);
    }

    private static void write(String line) throws InterruptedException {
        SERVER.pods.write("python-a", "python", Instant.now() + " " + line);
        Thread.sleep(50);
    }

    private static String firstData(HttpResponse<InputStream> answer) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return text.lines()
                    .filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
