package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends requests with a token. Logs in before the first request, and again when the service rejects the token. */
public final class Transport {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private final Configuration configuration;
    private final String agent;
    private final Consumer<String> trace;
    private final URI service;
    private final HttpClient http;
    private final ErrorResponses errorResponses;
    private final ConnectionErrors connectionErrors;

    private Optional<String> token = Optional.empty();

    /**
     * A transport to one service as one user.
     *
     * @param agent the User-Agent header; the command line of KubeFATE 1 and 2 sends {@code kubefate} without a version, and receives
     *     only what it can decode
     * @param trace receives one line per request, with its status
     */
    public Transport(Configuration configuration, String agent, Consumer<String> trace) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.agent = requireNonNull(agent, "agent is null");
        this.trace = requireNonNull(trace, "trace is null");
        this.service = configuration.service();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // ingress controllers may reject the upgrade to HTTP/2
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.errorResponses = new ErrorResponses(configuration);
        this.connectionErrors = new ConnectionErrors(configuration.serviceUrl());
    }

    /** Sends a request without a body. */
    public <T> T send(String method, String path, TypeReference<T> type) {
        return read(authorized(builder(path).method(method, BodyPublishers.noBody())), type);
    }

    /** Sends a request with a JSON body. */
    public <T> T send(String method, String path, Object body, TypeReference<T> type) {
        return read(authorized(withBody(builder(path), method, body)), type);
    }

    /** Sends a file as a form. */
    public <T> T upload(String method, String path, MultipartFile file, TypeReference<T> type) {
        try {
            HttpRequest.Builder request = builder(path)
                    .timeout(UPLOAD_TIMEOUT)
                    .header("Content-Type", MultipartFile.CONTENT_TYPE)
                    .method(method, file.body());
            return read(authorized(request), type);
        } catch (FileNotFoundException e) {
            throw new CommandException("cannot read " + file.file() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Requests a response in which the service masks all passwords. An unmasked response is an error, and its content is
     * not read.
     */
    public JsonNode masked(String method, String path) {
        HttpRequest.Builder request = builder(path + (path.contains("?") ? "&" : "?") + "masked=true");
        HttpResponse<byte[]> response =
                authorized(method.equals("GET") ? request.GET() : withBody(request, method, Map.of()));
        new MaskedResponse(response, path).check(errorResponses);
        return read(response, new TypeReference<JsonNode>() {});
    }

    URI uri(String path) {
        return service.resolve(path);
    }

    /** {@return a GET request with a token and without a timeout} */
    HttpRequest streamRequest(String path, String accept) {
        return withToken(
                HttpRequest.newBuilder(uri(path)).header("User-Agent", agent).header("Accept", accept));
    }

    /** Makes the next request log in again. */
    synchronized void forgetToken() {
        token = Optional.empty();
    }

    HttpClient http() {
        return http;
    }

    ErrorResponses errorResponses() {
        return errorResponses;
    }

    ConnectionErrors connectionErrors() {
        return connectionErrors;
    }

    void trace(HttpRequest request, int status) {
        trace.accept(request.method() + " " + request.uri() + " " + status);
    }

    /** Tokens expire after half an hour and a job may take longer, so a second attempt uses a new one. */
    private HttpResponse<byte[]> authorized(HttpRequest.Builder request) {
        boolean newToken = token.isEmpty();
        HttpResponse<byte[]> response = exchange(withToken(request));
        if (newToken || response.statusCode() != 401) {
            return response;
        }
        forgetToken();
        return exchange(withToken(request));
    }

    private synchronized HttpRequest withToken(HttpRequest.Builder request) {
        if (token.isEmpty()) {
            token = Optional.of(login());
        }
        return request.setHeader("Authorization", "Bearer " + token.get()).build();
    }

    private String login() {
        Credentials credentials = new Credentials(
                configuration.username().value(), configuration.password().value());
        HttpRequest request =
                withBody(builder("v1/user/login"), "POST", credentials).build();
        HttpResponse<byte[]> response = exchange(request);
        LoginReply reply = read(response, new TypeReference<LoginReply>() {});
        return Optional.ofNullable(reply.token())
                .orElseThrow(() -> errorResponses.unexpected(response, response.body()));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            trace(request, response.statusCode());
            return response;
        } catch (IOException e) {
            throw connectionErrors.of(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
        if (response.statusCode() != 200) {
            throw errorResponses.of(response, response.body());
        }
        try {
            return Json.read(response.body(), type);
        } catch (IOException e) {
            trace.accept(e.toString());
            throw errorResponses.unexpected(response, response.body());
        }
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(RESPONSE_TIMEOUT)
                .header("User-Agent", agent)
                .header("Accept", "application/json");
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Object body) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.write(body)));
    }
}
