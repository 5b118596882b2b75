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
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @RegisterExtension
    static final TestServer SERVER = TestServer.create();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @ParameterizedTest
    @CsvSource({"GET,/v1/version,200", "GET,/v1/cluster/c-1,404", "GET,/nowhere,404", "POST,/v1/cluster,400"})
    void everyResponseHasANewId(String method, String path, int status) {
        HttpResponse<String> first = CLIENT.send(method, path);
        HttpResponse<String> second = CLIENT.send(method, path);

        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(id(first)).matches(UUID).isNotEqualTo(id(second));
    }

    @Test
    void aResponseWithoutATokenHasOneToo() {
        assertThat(id(CLIENT.sendWithoutToken("GET", "/v1/version", ""))).matches(UUID);
    }

    @Test
    void aMalformedRequestGetsOneToo() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nbroken\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 400 ").containsPattern("(?i)X-Request-Id: " + UUID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "portal-7.4_2", "0123456789012345678901234567890123456789012345678901234567890123"})
    void theIdOfTheClientIsKept(String given) {
        assertThat(id(CLIENT.send("GET", "/v1/version", "", "X-Request-Id", given)))
                .isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a,b",
                "a=b INFO forged",
                "\u00e9",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anIdThatIsNoNameIsReplaced(String given) {
        assertThat(id(CLIENT.send("GET", "/v1/version", "", "X-Request-Id", given)))
                .matches(UUID);
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
