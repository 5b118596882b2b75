package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Sends requests with a token, which it asks for once and again when the service no longer accepts it. */
final class Transport {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private final URI service;
    private final Configuration configuration;
    private final Consumer<String> trace;
    private final HttpClient http;
    private final Refusals refusals;
    private final Disconnections disconnections;

    private Optional<String> token = Optional.empty();

    Transport(Configuration configuration, Consumer<String> trace) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.trace = requireNonNull(trace, "trace is null");
        this.service = configuration.service();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // ingress controllers may refuse the upgrade to HTTP/2
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.refusals = new Refusals(configuration);
        this.disconnections = new Disconnections(configuration.serviceUrl());
    }

    /** Sends a request without a body and reads the answer. */
    <T> T send(String method, String path, TypeReference<T> type) {
        return read(authorized(builder(path).method(method, BodyPublishers.noBody())), type);
    }

    /** Sends a request with a JSON body and reads the answer. */
    <T> T send(String method, String path, Object body, TypeReference<T> type) {
        return read(authorized(withBody(builder(path), method, body)), type);
    }

    /** Sends a file in a form and reads the answer. */
    <T> T send(String method, String path, FormUpload form, TypeReference<T> type) {
        try {
            HttpRequest.Builder request = builder(path)
                    .timeout(UPLOAD_TIMEOUT)
                    .header("Content-Type", FormUpload.TYPE)
                    .method(method, form.body());
            return read(authorized(request), type);
        } catch (FileNotFoundException e) {
            throw new CommandException(form.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return a request with a token, for a conversation that goes on for longer} */
    synchronized HttpRequest authorized(String path) {
        return withToken(builder(path));
    }

    /** {@return whether there was a token of an earlier request, which is asked for anew then} */
    synchronized boolean forgetToken(HttpRequest refused) {
        boolean forgotten = token.isPresent();
        token = Optional.empty();
        trace.accept(refused.method() + " " + refused.uri() + " 401");
        return forgotten;
    }

    HttpClient http() {
        return http;
    }

    CommandException disconnection(URI uri, IOException cause) {
        return disconnections.of(uri, cause);
    }

    /** Tokens live for half an hour and a job may take longer, hence the second try with a new one. */
    private HttpResponse<byte[]> authorized(HttpRequest.Builder request) {
        boolean fresh = token.isEmpty();
        HttpResponse<byte[]> response = exchange(withToken(request));
        if (response.statusCode() != 401 || fresh) {
            return response;
        }
        token = Optional.empty();
        return exchange(withToken(request));
    }

    private HttpRequest withToken(HttpRequest.Builder request) {
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
        String answer = read(response, new TypeReference<LoginReply>() {}).token();
        if (answer == null) {
            throw refusals.foreign(response);
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            trace.accept(request.method() + " " + request.uri() + " " + response.statusCode());
            return response;
        } catch (IOException e) {
            throw disconnections.of(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
        if (response.statusCode() != 200) {
            throw refusals.of(response);
        }
        try {
            return Json.read(response.body(), type);
        } catch (IOException e) {
            trace.accept(e.toString());
            throw refusals.foreign(response);
        }
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header("User-Agent", "kubefate")
                .header("Accept", "application/json");
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Object body) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.write(body)));
    }
}
