package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Open streams end when their user loses the permission, also if another replica revoked it. */
@Timeout(120)
class RevocationTest {

    private static final int LIMIT_SECONDS = 10;

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient ADMIN = new TestClient(SERVER);

    private static String cluster;
    private static int users;

    private String user;
    private TestClient client;
    private final BlockingQueue<String> closes = new LinkedBlockingQueue<>();

    @BeforeAll
    static void installACluster() {
        cluster = ADMIN.install(DemoPlugin.request("demo", "v1"));
    }

    @BeforeEach
    void createAUser() {
        SERVER.pods.clear();
        SERVER.pods.run("python-a", "python", "python", "1");
        user = "user-" + users++;
        SERVER.users().createIfAbsent(user);
        SERVER.users().grant(user, "operator", "demo");
        client = new TestClient(SERVER, user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/log/%s/ws?container=python", "/v1/cluster/%s/exec/ws?module=python&stdin=true&command=cat"})
    void aWebSocketIsClosedWithTheReason(String path) throws InterruptedException {
        open(path);

        execute("delete from role_grant where subject = '" + user + "'");

        assertThat(closes.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith("1008 user " + user + " needs the perm");
    }

    @Test
    void theStreamsOfADisabledUserAreClosed() throws InterruptedException {
        open("/v1/log/%s/ws?container=python");

        execute("update account set enabled = false where name = '" + user + "'");

        assertThat(closes.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("1008 the user of this token is disabled");
    }

    @Test
    void thoseOfOthersStayOpen() throws InterruptedException {
        open("/v1/log/%s/ws?container=python");
        SERVER.users().createIfAbsent("somebody");
        SERVER.users().grant("somebody", "viewer", "demo");

        execute("delete from role_grant where subject = 'somebody'");

        assertThat(closes.poll(3, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aStreamOfEventsEndsWithTheReason() throws IOException {
        InputStream events = client.send(
                        client.request("/v1/cluster/" + cluster + "/events/stream"), BodyHandlers.ofInputStream())
                .body();
        events.read();

        execute("delete from role_grant where subject = '" + user + "'");

        assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                .contains("event: revoked\ndata: user " + user + " needs the permission view in namespace demo;");
    }

    private void open(String path) {
        client.connectWithToken(path.formatted(cluster), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closes.add(code + " " + reason);
                return null;
            }
        });
    }

    private static void execute(String sql) {
        SERVER.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
