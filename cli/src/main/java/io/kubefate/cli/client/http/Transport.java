package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Sessions;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends requests with a token. Obtains it before the first request, and another one when the service rejects it. */
public final class Transport {

    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    /** A schema has a type of its own. */
    private static final String JSON = "application/json, application/schema+json";

    private static final int NOT_FOUND = 404;
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    private final String agent;
    private final Consumer<String> trace;
    private final URI service;
    private final HttpAccess access;
    private final Connection connection;
    private final HttpRequests requests;
    private final ErrorResponses errorResponses;
    private final ConnectionErrors connectionErrors;
    private final TokenSource tokens;
    private Optional<HttpClient> streams = Optional.empty();

    /**
     * A transport to one service as one user.
     *
     * @param proxies of the environment
     * @param agent the User-Agent header; the command line of KubeFATE 1 and 2 sends {@code kubefate} without a version, and receives
     *     only what it can decode
     * @param trace receives one line per request, with its status
     * @param sessions the tokens of earlier commands
     */
    public Transport(
            Connection connection,
            Proxies proxies,
            String agent,
            Consumer<String> trace,
            Clock clock,
            Sessions sessions) {
        requireNonNull(connection, "connection is null");
        this.agent = requireNonNull(agent, "agent is null");
        this.trace = requireNonNull(trace, "trace is null");
        this.service = connection.service();
        this.access = new HttpAccess(proxies);
        this.connection = connection;
        this.requests = access.requests(connection.tls());
        this.errorResponses = new ErrorResponses(connection);
        this.connectionErrors = new ConnectionErrors(connection, proxies);
        this.tokens = new TokenSource(connection, new Logins(connection, clock), clock, sessions);
    }

    /** Sends a request without a body. */
    public <T> T send(String method, String path, TypeReference<T> type) {
        return read(authorized(call(path).with(method, HttpBody.NONE)), type);
    }

    /** Sends a GET request to a path that older services do not have; returns empty if this one does not have it. */
    public <T> Optional<T> find(String path, TypeReference<T> type) {
        HttpAnswer response = authorized(call(path));
        return response.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(response, type));
    }

    /** Sends a GET request without a token; returns empty if the service is too old to answer it, with whatever status. */
    public <T> Optional<T> findWithoutLogin(String path, TypeReference<T> type) {
        HttpAnswer response = exchange(call(path));
        boolean rejected = response.status() >= 400 && response.status() < 500;
        return rejected ? Optional.empty() : Optional.of(read(response, type));
    }

    /** Sends a request with a JSON body. */
    public <T> T send(String method, String path, Object body, TypeReference<T> type) {
        return read(authorized(withBody(call(path), method, body)), type);
    }

    /** Sends a file as a form. */
    public <T> T upload(String method, String path, MultipartFile file, TypeReference<T> type) {
        HttpCall upload = call(path)
                .with(method, file)
                .with("Content-Type", MultipartFile.CONTENT_TYPE)
                .within(UPLOAD_TIMEOUT);
        return read(authorized(upload), type);
    }

    /**
     * Returns a token for a user.
     *
     * @throws ServiceException with status 401 if the password is wrong
     */
    public LoginReply login(Credentials credentials) {
        HttpAnswer response = exchange(withBody(call("v1/user/login"), "POST", credentials));
        LoginReply reply = read(response, new TypeReference<LoginReply>() {});
        if (Optional.ofNullable(reply.token()).isEmpty()) {
            throw errorResponses.unexpected(response);
        }
        return reply;
    }

    /**
     * Requests a response in which the service masks all passwords. An unmasked response is an error, and its content is
     * not read.
     */
    public JsonNode masked(String method, String path) {
        HttpCall call = call(path + (path.contains("?") ? "&" : "?") + "masked=true");
        HttpAnswer response = authorized(method.equals("GET") ? call : withBody(call, method, Map.of()));
        new MaskedResponse(response, path).check(errorResponses);
        return read(response, new TypeReference<JsonNode>() {});
    }

    URI uri(String path) {
        return service.resolve(path);
    }

    /** {@return a GET request with a token and without a timeout} */
    HttpRequest streamRequest(String path, String accept) {
        return access.streamRequest(uri(path))
                .header("User-Agent", agent)
                .header("Accept", accept)
                .header("Authorization", authorization(tokens.token()))
                .build();
    }

    /** Makes the next request use another token. */
    void rejectToken() {
        tokens.reject();
    }

    /** {@return the client for streams; most commands do not need it} */
    synchronized HttpClient streamClient() {
        HttpClient client = streams.orElseGet(() -> access.streamClient(connection.tls()));
        streams = Optional.of(client);
        return client;
    }

    ErrorResponses errorResponses() {
        return errorResponses;
    }

    ConnectionErrors connectionErrors() {
        return connectionErrors;
    }

    void trace(String method, URI uri, int status) {
        trace.accept(method + " " + uri + " " + status);
    }

    /** Tokens expire after half an hour and a job may take longer, so a second attempt uses a new one. */
    private HttpAnswer authorized(HttpCall call) {
        TokenSource.Token token = tokens.token();
        HttpAnswer response = exchange(call.with("Authorization", authorization(token)));
        if (token.isFinal() || response.status() != UNAUTHORIZED) {
            return response;
        }
        rejectToken();
        return exchange(call.with("Authorization", authorization(tokens.token())));
    }

    private static String authorization(TokenSource.Token token) {
        return "Bearer " + token.text();
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
            HttpAnswer response = exchange(call("v1/user/refresh")
                    .with("POST", HttpBody.NONE)
                    .with("Authorization", authorization(new TokenSource.Token(token, true))));
            return response.status() == 200
                    ? Optional.of(read(response, new TypeReference<LoginReply>() {}))
                    : Optional.empty();
        }

        @Override
        public Optional<Authentication.OpenId> refresh(Authentication.OpenId saved) {
            return new OpenIdIssuer(saved.client(), connection.tls(), access, clock).refresh(saved);
        }
    }

    private HttpAnswer exchange(HttpCall call) {
        try {
            HttpAnswer response = requests.send(call);
            trace(call.method(), call.uri(), response.status());
            return response;
        } catch (IOException e) {
            throw connectionErrors.of(call.uri(), e);
        }
    }

    private <T> T read(HttpAnswer response, TypeReference<T> type) {
        if (response.status() != 200) {
            throw errorResponses.of(response);
        }
        try {
            return Json.read(response.body(), type);
        } catch (IOException e) {
            trace.accept(e.toString());
            throw errorResponses.unexpected(response);
        }
    }

    private HttpCall call(String path) {
        return HttpCall.get(uri(path), RESPONSE_TIMEOUT)
                .with("User-Agent", agent)
                .with("Accept", JSON);
    }

    private static HttpCall withBody(HttpCall call, String method, Object body) {
        return call.with(method, HttpBody.of(Json.write(body))).with("Content-Type", "application/json");
    }
}
