package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every response forbids browsers. */
class SecurityHeadersTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.create();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @ParameterizedTest
    @CsvSource({"/, 200", "/v1/cluster, 200", "/v1/nothing, 404", "/v1/cluster/none, 404", "/v1/user/none, 404"})
    void everyResponseHasThem(String path, int status) {
        HttpResponse<String> answer = CLIENT.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void aMalformedRequestGetsThemToo() throws IOException {
        assertThat(raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("X-Content-Type-Options: nosniff")
                .containsOnlyOnce("Content-Security-Policy: default-src 'none'");
    }

    @Test
    void aRequestThatIsNoHttpGetsThemToo() throws IOException {
        assertThat(raw("nonsense\r\n\r\n")).contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void theSwaggerUiLoadsItsOwnScriptsAlone() {
        assertThat(CLIENT.get("/v1/swagger/index.html").headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "*");
    }

    @Test
    void withoutTlsThereIsNoTransportSecurity() {
        assertThat(CLIENT.get("/").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
