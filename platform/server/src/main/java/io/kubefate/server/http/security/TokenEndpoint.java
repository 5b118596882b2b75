package io.kubefate.server.http.security;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.http.security.LoginFailedException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Asks the identity provider. */
final class TokenEndpoint {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Anybody can cause a request, and each has a thread until the provider answers. */
    private static final int AT_THE_SAME_TIME = 8;

    private final IdentityProvider provider;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Semaphore room = new Semaphore(AT_THE_SAME_TIME);

    TokenEndpoint(IdentityProvider provider) {
        this.provider = provider;
    }

    /** {@return what the provider publishes about itself} */
    JsonNode metadata() throws LoginFailedException {
        return limited(provider::metadata);
    }

    /** {@return the answer with the tokens} */
    JsonNode request(Map<String, String> parameters) throws LoginFailedException {
        JsonNode answer = limited(() -> send(parameters));
        if (answer.has("error")) {
            throw new LoginFailedException(
                    Reason.DENIED,
                    "the issuer answers " + answer.path("error").asText() + ": "
                            + answer.path("error_description").asText());
        }
        return answer;
    }

    private JsonNode limited(Exchange exchange) throws LoginFailedException {
        if (!room.tryAcquire()) {
            throw new LoginFailedException(Reason.UNAVAILABLE, "too many logins at the same time");
        }
        try {
            return exchange.send();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginFailedException(Reason.UNAVAILABLE, "the client has gone");
        } catch (IOException | IllegalArgumentException e) {
            throw new LoginFailedException(Reason.UNAVAILABLE, "the issuer does not answer as expected: " + e);
        } finally {
            room.release();
        }
    }

    private JsonNode send(Map<String, String> parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        provider.metadata().required("token_endpoint").asText()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private interface Exchange {

        JsonNode send() throws IOException, InterruptedException;
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
