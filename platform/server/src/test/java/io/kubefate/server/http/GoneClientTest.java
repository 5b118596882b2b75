package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.kubernetes.access.TestPods;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the service does for clients that close their connection before they have a response. */
@Timeout(60)
class GoneClientTest {

    /** With this much in its body, a request is handled alone. */
    private static final String LARGE = "x".repeat(2 * 1024 * 1024);

    /** Accepts connections and never answers. */
    private static final ServerSocket REGISTRY = listen();

    @RegisterExtension
    static final TestServer SERVER =
            TestServer.withDemoPlugin(new Setting("registries.listed", "127.0.0.1:" + REGISTRY.getLocalPort()));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String cluster;

    private final FaultySandbox kubernetes = SERVER.kubernetes;
    private final TestPods pods = SERVER.pods;

    @BeforeAll
    static void installACluster() {
        cluster = CLIENT.install(DemoPlugin.request("demo", "v1"));
    }

    @AfterAll
    static void closeRegistry() throws IOException {
        REGISTRY.close();
    }

    @AfterEach
    void answer() {
        kubernetes.holdPlans(false);
    }

    @Test
    void aPlanStopsAndANextOneGetsItsTurn() throws IOException, InterruptedException {
        kubernetes.holdPlans(true);
        Socket running = plan(LARGE);
        TestClient.eventually(() -> kubernetes.waitingPlans() == 1);
        int begun = kubernetes.begunPlans();
        try (Socket waiting = plan(LARGE)) {
            Thread.sleep(300);
            assertThat(kubernetes.begunPlans()).isEqualTo(begun);

            running.close();

            TestClient.eventually(() -> kubernetes.begunPlans() == begun + 1);
            assertThat(kubernetes.waitingPlans()).isEqualTo(1);
            kubernetes.holdPlans(false);
            assertThat(firstLine(waiting)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aPlanThatWaitsForItsTurnNeverStarts() throws IOException, InterruptedException {
        kubernetes.holdPlans(true);
        try (Socket running = plan(LARGE)) {
            TestClient.eventually(() -> kubernetes.waitingPlans() == 1);
            int begun = kubernetes.begunPlans();
            plan(LARGE).close();
            Thread.sleep(2000);
            kubernetes.holdPlans(false);

            assertThat(firstLine(running)).isEqualTo("HTTP/1.1 200 OK");
            try (Socket next = plan(LARGE)) {
                assertThat(firstLine(next)).isEqualTo("HTTP/1.1 200 OK");
            }
            assertThat(kubernetes.begunPlans()).isEqualTo(begun + 1);
        }
    }

    @Test
    void theCollectionOfLogsStops() throws IOException, InterruptedException {
        pods.clear();
        pods.run("node-a", "nodemanager", "node", "1");
        pods.hold("node-a", "node");
        Socket socket = open();
        write(socket, head("GET", "/v1/log/" + cluster) + "\r\n");
        TestClient.eventually(() -> pods.waiting() == 1);

        socket.close();

        TestClient.eventually(() -> pods.waiting() == 0);
    }

    @Test
    void theCheckOfImagesStops() throws IOException {
        Socket client = open();
        String image = "image: \"127.0.0.1:%d/python:1\"".formatted(REGISTRY.getLocalPort());
        send(client, "/v1/cluster/images?check=true", DemoPlugin.request("demo", "v1", image));
        try (Socket connection = REGISTRY.accept()) {
            client.close();

            assertThat(endsWithin(Duration.ofSeconds(5), connection)).isTrue();
        }
    }

    @Test
    void theLogsForASupportBundleStop() throws IOException, InterruptedException {
        pods.clear();
        pods.run("node-a", "nodemanager", "node", "1");
        pods.hold("node-a", "node");
        Socket socket = open();
        String path = "/v1/log/" + cluster
                + "?container=node&previous=false&tail=1000&since=86400&timestamps=true&masked=true";
        write(socket, head("GET", path) + "\r\n");
        TestClient.eventually(() -> pods.waiting() == 1);

        socket.close();

        TestClient.eventually(() -> pods.waiting() == 0);
    }

    @Test
    void thePlanForASupportBundleStops() throws IOException, InterruptedException {
        kubernetes.holdPlans(true);
        Socket socket = open();
        send(socket, "/v1/cluster/" + cluster + "/revision/1/rollback?dryRun=true&masked=true", "{}");
        TestClient.eventually(() -> kubernetes.waitingPlans() == 1);

        socket.close();

        TestClient.eventually(() -> kubernetes.waitingPlans() == 0);
    }

    @Test
    void anInstallIsCompleted() throws IOException, InterruptedException {
        kubernetes.holdPlans(true);
        Socket socket = open();
        send(socket, "/v1/cluster", DemoPlugin.request("later", "v1"));
        TestClient.eventually(() -> kubernetes.waitingPlans() == 1);
        socket.close();
        Thread.sleep(1500);
        assertThat(kubernetes.waitingPlans()).isEqualTo(1);

        kubernetes.holdPlans(false);

        TestClient.eventually(() -> CLIENT.get("/v1/cluster").body().contains("\"name\":\"later\""));
    }

    @Test
    void aClientThatSendsTheNextRequestEarlyIsStillThere() throws IOException, InterruptedException {
        kubernetes.holdPlans(true);
        try (Socket socket = plan("")) {
            TestClient.eventually(() -> kubernetes.waitingPlans() == 1);
            write(socket, "GET /v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            Thread.sleep(1500);
            kubernetes.holdPlans(false);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("HTTP/1.1 404 Not Found");
        }
    }

    private static Socket plan(String padding) throws IOException {
        Socket socket = open();
        String body = DemoPlugin.request("demo", "v1").replaceFirst("\\{", "{\"padding\":\"" + padding + "\",");
        send(socket, "/v1/cluster/plan", body);
        return socket;
    }

    private static void send(Socket socket, String path, String body) throws IOException {
        write(socket, head("POST", path) + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + CLIENT.token() + "\r\n";
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the other side closes a connection, sooner than the limit of the service for an answer. */
    private static boolean endsWithin(Duration limit, Socket connection) throws IOException {
        connection.setSoTimeout((int) limit.toMillis());
        try {
            connection.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // reset
        }
    }

    private static Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), SERVER.port());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next != '\r' && next != -1) {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }
}
