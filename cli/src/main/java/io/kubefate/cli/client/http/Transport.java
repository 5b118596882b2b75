package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.text.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends requests with a token. Obtains it before the first request, and another one when the service rejects it. */
public final class Transport {

    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private final String agent;
    private final Consumer<String> trace;
    private final URI service;
    private final HttpAccess access;
    private final HttpClient http;
    private final ErrorResponses errorResponses;
    private final ConnectionErrors connectionErrors;
    private final TokenSource tokens;

    /**
     * A transport to one service as one user.
     *
     * @param proxies of the environment
     * @param agent the User-Agent header; the command line of KubeFATE 1 and 2 sends {@code kubefate} without a version, and receives
     *     only what it can decode
     * @param trace receives one line per request, with its status
     * @param refreshed receives each new token of a session
     */
    public Transport(
            Connection connection,
            Proxies proxies,
            String agent,
            Consumer<String> trace,
            Clock clock,
            Consumer<Authentication.Refreshable> refreshed) {
        requireNonNull(connection, "connection is null");
        this.agent = requireNonNull(agent, "agent is null");
        this.trace = requireNonNull(trace, "trace is null");
        this.service = connection.service();
        this.access = new HttpAccess(proxies);
        this.http = access.client(connection.tls());
        this.errorResponses = new ErrorResponses(connection);
        this.connectionErrors = new ConnectionErrors(connection, proxies);
        this.tokens = new TokenSource(connection, new Logins(connection, clock), clock, refreshed);
    }

    /** Sends a request without a body. */
    public <T> T send(String method, String path, TypeReference<T> type) {
        return read(authorized(builder(path).method(method, BodyPublishers.noBody())), type);
    }

    /** Sends a GET request to a path that older services do not have; returns empty if this one does not have it. */
    public <T> Optional<T> find(String path, TypeReference<T> type) {
        HttpResponse<byte[]> response = authorized(builder(path).GET());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(response, type));
    }

    /** Sends a GET request without a token; returns empty if the service is too old to answer it, with whatever status. */
    public <T> Optional<T> findWithoutLogin(String path, TypeReference<T> type) {
        HttpResponse<byte[]> response = exchange(builder(path).GET().build());
        boolean rejected = response.statusCode() >= 400 && response.statusCode() < 500;
        return rejected ? Optional.empty() : Optional.of(read(response, type));
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
     * Returns a token for a user.
     *
     * @throws ServiceException with status 401 if the password is wrong
     */
    public LoginReply login(Credentials credentials) {
        HttpResponse<byte[]> response =
                exchange(withBody(builder("v1/user/login"), "POST", credentials).build());
        LoginReply reply = read(response, new TypeReference<LoginReply>() {});
        if (Optional.ofNullable(reply.token()).isEmpty()) {
            throw errorResponses.unexpected(response, response.body());
        }
        return reply;
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
        return with(
                tokens.token(),
                access.request(uri(path)).header("User-Agent", agent).header("Accept", accept));
    }

    /** Makes the next request use another token. */
    void rejectToken() {
        tokens.reject();
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
        TokenSource.Token token = tokens.token();
        HttpResponse<byte[]> response = exchange(with(token, request));
        if (token.isFinal() || response.statusCode() != UNAUTHORIZED) {
            return response;
        }
        rejectToken();
        return exchange(with(tokens.token(), request));
    }

    private static HttpRequest with(TokenSource.Token token, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token.text()).build();
    }

    private final class Logins implements TokenSource.LoginRequests {

        private final Connection connection;
        private final Clock clock;

        Logins(Connection connection, Clock clock) {
            this.connection = connection;
            this.clock = clock;
        }

        @Override
        public LoginReply login(Credentials credentials) {
            return Transport.this.login(credentials);
        }

        /** Services before tokens could be refreshed have no such path. */
        @Override
        public Optional<LoginReply> refresh(String token) {
            HttpRequest.Builder request = builder("v1/user/refresh").POST(BodyPublishers.noBody());
            HttpResponse<byte[]> response = exchange(with(new TokenSource.Token(token, true), request));
            return response.statusCode() == 200
                    ? Optional.of(read(response, new TypeReference<LoginReply>() {}))
                    : Optional.empty();
        }

        @Override
        public Optional<Authentication.OpenId> refresh(Authentication.OpenId saved) {
            return new OpenIdIssuer(saved.client(), connection.tls(), access, clock).refresh(saved);
        }
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
        return access.request(uri(path))
                .timeout(RESPONSE_TIMEOUT)
                .header("User-Agent", agent)
                .header("Accept", "application/json");
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Object body) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.write(body)));
    }
}
