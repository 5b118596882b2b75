package io.kubefate.server.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Converts a registry's challenge and optional credentials to the value of an {@code Authorization} header. */
final class TokenService {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    TokenService(Connection connection) {
        this.connection = connection;
    }

    /** Returns the authorization without credentials; empty if the registry requires credentials. */
    Optional<String> anonymous(Challenge challenge, ImageReference image, URI registry)
            throws UnreachableException, InterruptedException {
        return isBearer(challenge) ? token(challenge, image, registry, "") : Optional.empty();
    }

    /** Returns the authorization with credentials; empty if they are rejected. */
    Optional<String> authorization(Challenge challenge, ImageReference image, URI registry, RegistryLogin login)
            throws UnreachableException, InterruptedException {
        return isBearer(challenge) ? token(challenge, image, registry, login.basic()) : Optional.of(login.basic());
    }

    private Optional<String> token(Challenge challenge, ImageReference image, URI registry, String authorization)
            throws UnreachableException, InterruptedException {
        URI service = service(challenge, image, registry);
        Answer answer = ask(service, authorization);
        return switch (answer.status()) {
            case 200 -> Optional.of("Bearer " + read(answer));
            case 401, 403 -> Optional.empty();
            default ->
                throw new UnreachableException(
                        "its token service " + service.getHost() + " responds with status " + answer.status());
        };
    }

    private Answer ask(URI service, String authorization) throws UnreachableException, InterruptedException {
        try {
            return connection.send("GET", service, authorization);
        } catch (IOException e) {
            throw new UnreachableException("its token service " + service.getHost() + ": " + Failure.reason(e));
        }
    }

    /** The registry defines the address of the service. Credentials are sent there only over https. */
    private static URI service(Challenge challenge, ImageReference image, URI registry) throws UnreachableException {
        try {
            URI realm = URI.create(challenge.parameter("realm"));
            boolean http = "http".equalsIgnoreCase(realm.getScheme()) && "http".equals(registry.getScheme());
            if (realm.getHost() != null && realm.getUserInfo() == null && (http || isHttps(realm))) {
                String start = realm.toString() + (realm.getRawQuery() == null ? "?" : "&");
                return URI.create(start + "service=" + encode(challenge.parameter("service")) + "&scope="
                        + encode(scope(challenge, image)));
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new UnreachableException("it specifies no token service with https");
    }

    private static String scope(Challenge challenge, ImageReference image) {
        String scope = challenge.parameter("scope");
        return scope.isEmpty() ? "repository:" + image.repository() + ":pull" : scope;
    }

    private static String read(Answer answer) throws UnreachableException {
        try {
            JsonNode tree = JSON.readTree(answer.body());
            String token = tree.path(tree.path("token").isTextual() ? "token" : "access_token")
                    .asText();
            if (token.matches("[\\x21-\\x7e]++")) {
                return token;
            }
        } catch (IOException e) {
            // reported below; the message would quote the response
        }
        throw new UnreachableException("its token service returns no token");
    }

    private static boolean isBearer(Challenge challenge) {
        return challenge.scheme().equals("bearer");
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
