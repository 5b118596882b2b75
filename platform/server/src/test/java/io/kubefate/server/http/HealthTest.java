package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What probes see. They need no token. */
class HealthTest {

    @RegisterExtension
    private static final TestServer SERVER = TestServer.create();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @AfterEach
    void bringKubernetesBack() {
        SERVER.kubernetes.unavailable(false);
    }

    @Test
    void theServiceIsReadyWhileDatabaseAndKubernetesAreAvailable() {
        awaitReady(200);

        SERVER.kubernetes.unavailable(true);
        awaitReady(503);
        assertThat(get("/health?type=ready&name=all").body())
                .contains("\"name\":\"database\",\"healthy\":true", "\"name\":\"kubernetes\",\"healthy\":false");

        SERVER.kubernetes.unavailable(false);
        awaitReady(200);
    }

    @Test
    void theServiceIsReadyWhenItHasWarmedUp() {
        awaitReady(200);

        assertThat(get("/health?type=ready&name=all").body()).contains("\"name\":\"warm-up\",\"healthy\":true");
    }

    @Test
    void itIsAliveWithoutThem() {
        SERVER.kubernetes.unavailable(true);

        assertThat(get("/health?type=alive").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatIsNotReadySaysWhenToAskAgain() {
        SERVER.kubernetes.unavailable(true);
        awaitReady(503);

        assertThat(get("/health?type=ready").headers().firstValue("Retry-After"))
                .contains("5");
        assertThat(CLIENT.get("/v1/namespace").statusCode()).isEqualTo(503);
        assertThat(CLIENT.get("/v1/namespace").headers().firstValue("Retry-After"))
                .contains("5");
    }

    private static void awaitReady(int status) {
        Instant limit = Instant.now().plusSeconds(60);
        while (get("/health?type=ready").statusCode() != status && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(get("/health?type=ready").statusCode())
                .as(() -> get("/health?type=ready&name=all").body())
                .isEqualTo(status);
    }

    private static HttpResponse<String> get(String path) {
        return CLIENT.sendWithoutToken("GET", path, "");
    }
}
