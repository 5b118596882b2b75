package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A client of a test server, which sends the token of a user, by default an administrator. */
final class TestClient {

    private static final Set<String> ACTIVE = Set.of("Pending", "Running", "Stopping");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The client of JDK 17 can wait for ever for an answer over a connection that is already closed. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestServer server;
    private final String user;

    TestClient(TestServer server) {
        this(server, TestServer.USER);
    }

    /** A client that sends the token of a user. */
    TestClient(TestServer server, String user) {
        this.server = server;
        this.user = user;
    }

    static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** {@return a body with {@code <uuid>} and {@code <time>} in place of what differs with every run} */
    static String normalized(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>")
                .replaceAll("\"2\\d{3}-\\d\\d-\\d\\dT[0-9:.]+Z\"", "\"<time>\"");
    }

    static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    String token() {
        return server.users().token(user);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    /** {@return the {@code data} of an answer with status 200} */
    JsonNode data(String path) {
        return data(get(path));
    }

    JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).at("/data");
    }

    HttpResponse<String> send(String method, String path) {
        return send(method, path, "");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, publisher(body), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body);
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    /** Sends a request without any header but those that are given, as name, value, name, value. */
    HttpResponse<String> sendWithoutToken(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = requestWithoutToken(path).method(method, publisher(body));
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    HttpRequest.Builder request(String path) {
        return requestWithoutToken(path).header("Authorization", "Bearer " + token());
    }

    private HttpRequest.Builder requestWithoutToken(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(ANSWER_LIMIT);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        ApiContract.verify(answer.request(), answer);
        return answer;
    }

    /** Opens a WebSocket with the given headers, as name, value, name, value. */
    WebSocket connect(String path, WebSocket.Listener listener, String... headers) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int index = 0; index < headers.length; index += 2) {
            builder.header(headers[index], headers[index + 1]);
        }
        return builder.buildAsync(URI.create(uri(path).toString().replace("http:", "ws:")), listener)
                .join();
    }

    WebSocket connectWithToken(String path, WebSocket.Listener listener) {
        return connect(path, listener, "Authorization", "Bearer " + token());
    }

    /** Installs a cluster and waits until it runs. */
    String install(String request) {
        JsonNode job = ended(data(send("POST", "/v1/cluster", request)));
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Success");
        return job.at("/cluster_id").asText();
    }

    /** {@return a job after its end} */
    JsonNode ended(JsonNode job) {
        JsonNode seen = job;
        while (ACTIVE.contains(seen.at("/status").asText())) {
            pause();
            seen = data("/v1/job/" + job.at("/uuid").asText());
        }
        return seen;
    }

    /** Waits until a condition holds. */
    static void eventually(BooleanSupplier condition) {
        Instant limit = Instant.now().plus(ANSWER_LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(String body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }
}
