package io.kubefate.server.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client can do to the others, with a token or without. */
@Timeout(60)
class RequestLimitsTest {

    @RegisterExtension
    static final TestServer SERVER =
            TestServer.create(new Setting("requests.maxBodies", "8MiB"), new Setting("requests.bodyTimeLimit", "1s"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001garbage\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/..%2f%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\n",
                "FOO / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nX: \u0000\r\nConnection: close\r\n\r\n",
                "POST /v1/user/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v1/user/login HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 1\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"
            })
    void aMalformedRequestGetsAnErrorInJson(String request) throws IOException {
        String answer = send(request);

        assertThat(answer).contains("Content-Type: application/json").contains("{\"error\":\"");
        assertThat(answer).doesNotContain("<html", "jetty", "Jetty", "org.eclipse", "Exception");
    }

    @Test
    void headersThatAreTooLargeGetAnErrorInJson() throws IOException {
        assertThat(send("GET / HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("{\"error\":\"");
        assertThat(send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("{\"error\":\"");
    }

    @Test
    void aLoginHasAtMostFourKilobytes() {
        HttpResponse<String> answer = CLIENT.sendWithoutToken("POST", "/v1/user/login", "x".repeat(4097));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"the request is larger than 4096 bytes\",\"code\":\"TOO_LARGE\"}");
        assertThat(CLIENT.sendWithoutToken("POST", "/v1/user/login", " ".repeat(4096))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLargeBodyWithoutATokenGetsTheUsualAnswer() {
        HttpResponse<String> answer = CLIENT.sendWithoutToken("POST", "/v1/cluster", "x".repeat(3_000_000));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("cookie token is empty");
    }

    @Test
    void acceptsNoCompressedBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(new byte[4_000_000]);
        }

        HttpResponse<String> answer = CLIENT.send(
                CLIENT.request("/v1/cluster")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("send the body uncompressed");
    }

    @Test
    void aSlowBodyIsRefused() throws IOException {
        String answer = send("POST /v1/user/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"user");

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("{\"error\":\"invalid request: the body of the request");
    }

    @Test
    void manySlowBodiesTakeNoThreads() throws IOException {
        List<Socket> slow = IntStream.range(0, 100).mapToObj(index -> open()).toList();
        try {
            for (Socket socket : slow) {
                write(socket, "POST /v1/user/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
            }
            assertThat(CLIENT.get("/v1/version").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodiesBeyondTheTotalAreRefusedForTheMoment() throws IOException {
        String head = "POST /v1/cluster/plan HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + CLIENT.token() + "\r\n";
        String request = head + "Content-Length: 4194305\r\n\r\n{";
        try (Socket one = open();
                Socket other = open()) {
            write(one, request);
            write(other, request);

            assertThat(List.of(answer(one), answer(other)))
                    .haveExactly(1, new Condition<>(text -> text.startsWith("HTTP/1.1 408 "), "accepted"))
                    .haveExactly(1, new Condition<>(text -> text.startsWith("HTTP/1.1 503 "), "refused"))
                    .anyMatch(text -> text.contains("Retry-After: ") && text.contains("\"code\":\"OVERLOADED\""));
        }
        assertThat(send(head + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aBodyOfUnknownLengthIsReadToItsEnd() throws IOException {
        String body = "{\"username\":\"nobody\",\"password\":\"x\"}";
        String chunks = body.chars()
                .mapToObj(character -> "1\r\n" + (char) character + "\r\n")
                .collect(joining());

        assertThat(send("POST /v1/user/login HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Connection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + chunks + "0\r\n\r\n"))
                .contains("incorrect Username or Password");
    }

    @Test
    void tenFailedLoginsLockTheAccountForTheAddress() {
        String guess = "{\"username\":\"guessed\",\"password\":\"x\"}";
        List<CompletableFuture<HttpResponse<String>>> guesses = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> CLIENT.sendWithoutToken("POST", "/v1/user/login", guess)))
                .limit(10)
                .toList();
        guesses.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(401));

        HttpResponse<String> answer = CLIENT.sendWithoutToken("POST", "/v1/user/login", guess);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .startsWith("{\"code\":429,\"message\":\"too many failed logins to this account from your address");
    }

    private static String send(String request) throws IOException {
        try (Socket socket = open()) {
            write(socket, request);
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static Socket open() {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), SERVER.port());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
