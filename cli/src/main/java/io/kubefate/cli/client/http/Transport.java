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
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends requests with a token, which it asks for once and again when the service no longer accepts it. */
public final class Transport {

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    /** How long a stream may take to begin; ours begin at once, and a proxy that holds them back never lets them begin. */
    private static final Duration STREAM_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private static final String EVENT_STREAM = "text/event-stream";

    private final URI service;
    private final Configuration configuration;
    private final Consumer<String> trace;
    private final HttpClient http;
    private final ErrorResponses refusals;
    private final ConnectionErrors disconnections;

    private Optional<String> token = Optional.empty();

    public Transport(Configuration configuration, Consumer<String> trace) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.trace = requireNonNull(trace, "trace is null");
        this.service = configuration.service();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // ingress controllers may refuse the upgrade to HTTP/2
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.refusals = new ErrorResponses(configuration);
        this.disconnections = new ConnectionErrors(configuration.serviceUrl());
    }

    /** Sends a request without a body and reads the answer. */
    public <T> T send(String method, String path, TypeReference<T> type) {
        return read(authorized(builder(path).method(method, BodyPublishers.noBody())), type);
    }

    /** Sends a request with a JSON body and reads the answer. */
    public <T> T send(String method, String path, Object body, TypeReference<T> type) {
        return read(authorized(withBody(builder(path), method, body)), type);
    }

    /** Sends a file in a form and reads the answer. */
    public <T> T send(String method, String path, MultipartFile form, TypeReference<T> type) {
        try {
            HttpRequest.Builder request = builder(path)
                    .timeout(UPLOAD_TIMEOUT)
                    .header("Content-Type", MultipartFile.TYPE)
                    .method(method, form.body());
            return read(authorized(request), type);
        } catch (FileNotFoundException e) {
            throw new CommandException(form.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads an answer in which the service has hidden all passwords. What does not say so is not looked at, not even to tell
     * why it is an error.
     */
    public JsonNode masked(String method, String path) {
        HttpRequest.Builder request = builder(path + (path.contains("?") ? "&" : "?") + "masked=true");
        HttpResponse<byte[]> response =
                authorized(method.equals("GET") ? request.GET() : withBody(request, method, Map.of()));
        new MaskedResponse(response, path).check(refusals);
        return read(response, new TypeReference<JsonNode>() {});
    }

    /**
     * Opens a stream of server-sent events.
     *
     * @return the stream; empty if there is none at this path, or something in between does not let it through
     */
    public Optional<InputStream> events(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("User-Agent", "kubefate")
                .header("Accept", EVENT_STREAM);
        Optional<HttpResponse<InputStream>> response = authorized(() -> begin(withToken(request)));
        if (response.isEmpty()) {
            return Optional.empty();
        }
        String type = response.get().headers().firstValue("content-type").orElse("");
        if (response.get().statusCode() == 200 && type.startsWith(EVENT_STREAM)) {
            return Optional.of(response.get().body());
        }
        byte[] body = rest(response.get());
        if (response.get().statusCode() == 401 || response.get().statusCode() >= 500) {
            throw refusals.of(response.get(), body);
        }
        return Optional.empty();
    }

    /** {@return a request with a token, for a conversation that goes on for longer} */
    public synchronized HttpRequest authorized(String path) {
        return withToken(builder(path));
    }

    /** {@return whether there was a token of an earlier request, which is asked for anew then} */
    public synchronized boolean forgetToken(HttpRequest refused) {
        boolean forgotten = token.isPresent();
        token = Optional.empty();
        trace.accept(refused.method() + " " + refused.uri() + " 401");
        return forgotten;
    }

    public HttpClient http() {
        return http;
    }

    public CommandException disconnection(URI uri, IOException cause) {
        return disconnections.of(uri, cause);
    }

    private HttpResponse<byte[]> authorized(HttpRequest.Builder request) {
        return authorized(() -> Optional.of(exchange(withToken(request)))).orElseThrow();
    }

    /** Tokens live for half an hour and a job may take longer, hence the second try with a new one. */
    private <T> Optional<HttpResponse<T>> authorized(Supplier<Optional<HttpResponse<T>>> exchange) {
        boolean fresh = token.isEmpty();
        Optional<HttpResponse<T>> response = exchange.get();
        if (fresh || response.filter(answer -> answer.statusCode() == 401).isEmpty()) {
            return response;
        }
        token = Optional.empty();
        return exchange.get();
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
        String answer = read(response, new TypeReference<LoginReply>() {}).token();
        if (answer == null) {
            throw refusals.foreign(response, response.body());
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            trace(request, response);
            return response;
        } catch (IOException e) {
            throw disconnections.of(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + request.uri(), e);
        }
    }

    /** {@return the answer with its body still to come; empty if not even its headers came in time} */
    private Optional<HttpResponse<InputStream>> begin(HttpRequest request) {
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = answer.get(STREAM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            trace(request, response);
            return Optional.of(response);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw disconnections.of(
                    request.uri(), e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private byte[] rest(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw disconnections.of(response.uri(), e);
        }
    }

    private void trace(HttpRequest request, HttpResponse<?> response) {
        trace.accept(request.method() + " " + request.uri() + " " + response.statusCode());
    }

    private <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
        if (response.statusCode() != 200) {
            throw refusals.of(response, response.body());
        }
        try {
            return Json.read(response.body(), type);
        } catch (IOException e) {
            trace.accept(e.toString());
            throw refusals.foreign(response, response.body());
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
