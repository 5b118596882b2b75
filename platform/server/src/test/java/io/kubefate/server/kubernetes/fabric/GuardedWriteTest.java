package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.manifest.Manifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the guard of a write is asked, by an API server with a connection for each request (HTTP/1.1). */
class GuardedWriteTest {

    private static final String KINDS = """
            {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [
              {"name": "configmaps", "namespaced": true, "kind": "ConfigMap", "verbs": ["patch"]}]}""";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private FabricKubernetes kubernetes;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
        kubernetes = FabricKubernetes.connect(TestKubeconfig.connection(folder, server.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        kubernetes.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void theGuardIsAskedWhenThereIsAConnection() {
        AtomicBoolean connected = new AtomicBoolean();

        kubernetes
                .guarded(() -> connected.set(awaitConnections(2)))
                .apply(Manifests.configMap("fate-9999", "settings", "value"));

        assertThat(connected).isTrue();
        assertThat(bodies).singleElement().asString().contains("\"key\":\"value\"");
    }

    @Test
    void aRejectedWriteSendsNoBody() {
        IllegalStateException rejection = new IllegalStateException("the lease is lost");

        assertThatThrownBy(() -> kubernetes
                        .guarded(() -> {
                            throw rejection;
                        })
                        .apply(Manifests.configMap("fate-9999", "settings", "value")))
                .isSameAs(rejection);

        assertThat(bodies).isEmpty();
    }

    /** The system connects a client before the server accepts it. */
    private boolean awaitConnections(int count) {
        Instant limit = Instant.now().plusSeconds(5);
        while (connections.get() < count && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
        }
        return connections.get() == count;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            if (head.startsWith("PATCH")) {
                int length = Integer.parseInt(head.replaceFirst("(?is).*\r\ncontent-length: *(\\d+).*", "$1"));
                byte[] body = in.readNBytes(length);
                if (body.length == length) {
                    bodies.add(new String(body, StandardCharsets.UTF_8));
                }
            }
            client.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + KINDS.length() + "\r\n\r\n" + KINDS)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
