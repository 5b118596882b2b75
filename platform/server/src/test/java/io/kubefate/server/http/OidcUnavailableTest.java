package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An OpenID Connect issuer that accepts connections and never answers. */
@Timeout(120)
class OidcUnavailableTest {

    /** More than the service has threads. */
    private static final int REQUESTS = 200;

    private static final Duration SOON = Duration.ofSeconds(4);

    private static final ServerSocket ISSUER_SOCKET = listen();
    private static final String ISSUER = "http://127.0.0.1:" + ISSUER_SOCKET.getLocalPort() + "/realms/fate";

    @RegisterExtension
    static final TestServer SERVER =
            TestServer.create(new Setting("oidc.issuer", ISSUER), new Setting("oidc.clientId", "kubefate-cli"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    @AfterAll
    static void stop() throws IOException {
        ISSUER_SOCKET.close();
    }

    @Test
    void unsignedTokensKeepNobodyFromTheService() {
        HttpClient attacker = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> attack = IntStream.range(0, REQUESTS)
                .mapToObj(index -> attacker.sendAsync(unsigned(), BodyHandlers.ofString()))
                .toList();

        assertTimeout(SOON, () -> {
            assertThat(CLIENT.sendWithoutToken("GET", "/health?type=alive", "").statusCode())
                    .isEqualTo(200);
            assertThat(CLIENT.sendWithoutToken(
                                    "POST", "/v1/user/login", "{\"username\":\"admin\",\"password\":\"admin\"}")
                            .statusCode())
                    .isEqualTo(200);
        });
        assertThat(attack).allSatisfy(request -> {
            assertThat(request.join().statusCode()).isEqualTo(401);
            assertThat(request.join().body()).contains("its issuer is unavailable");
        });
        assertTimeout(
                SOON,
                () -> assertThat(attacker.send(unsigned(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401));
    }

    private static HttpRequest unsigned() {
        String token = encoded("{\"alg\":\"RS256\"}") + "." + encoded("{\"iss\":\"" + ISSUER + "\"}") + ".AAAA";
        return HttpRequest.newBuilder(CLIENT.uri("/v1/version"))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, REQUESTS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
