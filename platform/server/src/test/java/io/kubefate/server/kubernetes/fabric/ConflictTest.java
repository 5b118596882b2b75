package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.server.kubernetes.KubernetesException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a write that the API server answers with 409. */
class ConflictTest {

    private static final String CONFLICT = """
            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 409, "reason": "Conflict"}""";

    private static final String ABSENT = """
            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 404, "reason": "NotFound"}""";

    private static final String KINDS = """
            {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [
              {"name": "configmaps", "namespaced": true, "kind": "ConfigMap", "verbs": ["delete"]}]}""";

    private HttpServer server;
    private FabricKubernetes kubernetes;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ConflictTest::answer);
        server.start();
        kubernetes = FabricKubernetes.connect(
                TestKubeconfig.connection(folder, server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        kubernetes.close();
        server.stop(0);
    }

    @Test
    void aDeleteIsRepeatedLater() {
        assertIsTransient(() -> kubernetes.delete(
                Manifests.configMap("fate-9999", "settings", "value").withMetadata("uid", "1")));
    }

    @Test
    void theCreationOfANamespaceThatIsGoneSinceIsRepeatedLater() {
        assertIsTransient(() -> kubernetes.createNamespace("fate-9999"));
    }

    private static void assertIsTransient(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.TRANSIENT));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean isWrite = !exchange.getRequestMethod().equals("GET");
        boolean isKinds = exchange.getRequestURI().getPath().equals("/api/v1");
        byte[] body = (isWrite ? CONFLICT : isKinds ? KINDS : ABSENT).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isWrite ? 409 : isKinds ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
