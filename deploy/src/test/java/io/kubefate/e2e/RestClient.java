package io.kubefate.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Sends requests to the REST API as one user. A command of the command line would start a JVM for each. */
final class RestClient {

    static final String USERNAME = "operator";
    static final String PASSWORD = "e2e-Passw0rd";

    /** The client of JDK 17 can wait for ever for an answer over a connection that is already closed. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOGINS = Duration.ofMinutes(5);
    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private String token = "";
    private Instant nextLogin = Instant.MIN;

    /** @param address host and port */
    RestClient(String address) {
        this.url = "http://" + address + "/";
    }

    /**
     * An answer of the service.
     *
     * @param status the HTTP status
     * @param body JSON, or null if there is none
     */
    record Reply(int status, JsonNode body) {

        boolean isAccepted() {
            return status == 200;
        }

        JsonNode data() {
            return body.at("/data");
        }
    }

    /**
     * Reads something that must be there.
     *
     * @param path for example {@code v1/job/}
     * @return the data of the reply
     */
    JsonNode get(String path) {
        Reply reply = send("GET", path, "", Map.of());
        if (!reply.isAccepted()) {
            throw new AssertionError("GET " + path + ": " + reply);
        }
        return reply.data();
    }

    /**
     * Sends a request as the logged-in user.
     *
     * @param body JSON, or empty text
     * @throws UncheckedIOException if there is no answer
     */
    synchronized Reply send(String method, String path, String body, Map<String, String> headers) {
        Reply reply = sendWithToken(method, path, body, headers);
        if (reply.status() != UNAUTHORIZED) {
            return reply;
        }
        nextLogin = Instant.MIN;
        return sendWithToken(method, path, body, headers);
    }

    private Reply sendWithToken(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token());
        headers.forEach(request::header);
        return reply(request);
    }

    /** {@return the token of a login, which is valid after a restart, too} */
    synchronized String token() {
        if (Instant.now().isAfter(nextLogin)) {
            String login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(USERNAME, PASSWORD);
            Reply reply = reply(request("v1/user/login").POST(HttpRequest.BodyPublishers.ofString(login)));
            if (!reply.isAccepted()) {
                throw new UncheckedIOException(new IOException("no login: " + reply));
            }
            token = reply.body().at("/token").asText();
            nextLogin = Instant.now().plus(BETWEEN_LOGINS);
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json");
    }

    private Reply reply(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
