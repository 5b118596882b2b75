package io.kubefate.server.http;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect issuer with the authorization code flow, which checks what it receives as a real one does. */
final class TestIssuer {

    private final RsaJsonWebKey key = key();
    private final HttpServer server = start();
    private final List<Map<String, String>> requests = new ArrayList<>();

    private Map<String, String> begun = Map.of();
    private String code = "";
    private String refreshToken = "";
    private boolean up = true;
    private Consumer<JwtClaims> change = claims -> {};

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/fate";
    }

    void stop() {
        server.stop(0);
    }

    /** Forgets what a test has done. */
    void reset() {
        requests.clear();
        up = true;
        change = claims -> {};
    }

    /** Answers no request for tokens. */
    void goDown() {
        up = false;
    }

    /** Changes the next ID tokens. */
    void change(Consumer<JwtClaims> next) {
        change = next;
    }

    /** {@return the requests for tokens} */
    List<Map<String, String>> requests() {
        return requests;
    }

    /** {@return the parameters of the page to which the service has sent the browser} */
    Map<String, String> begun() {
        return begun;
    }

    /** Logs in a user who was sent to this issuer, and returns the code. */
    String logIn(URI page) {
        begun = parameters(page.getRawQuery());
        code = UUID.randomUUID().toString();
        return code;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = path.endsWith("/openid-configuration")
                ? metadata()
                : path.endsWith("/token")
                        ? tokens(exchange)
                        : new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.startsWith("{\"error\"") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String metadata() {
        return ("{\"jwks_uri\":\"URL/keys\",\"authorization_endpoint\":\"URL/auth\",\"token_endpoint\":\"URL/token\","
                        + "\"scopes_supported\":[\"openid\",\"email\",\"groups\",\"other\"]}")
                .replace("URL", url());
    }

    private String tokens(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(asked);
        if (!up) {
            return "down";
        }
        boolean renewed = asked.get("grant_type").equals("refresh_token");
        boolean valid = renewed ? refreshToken.equals(asked.get("refresh_token")) : isCode(asked);
        if (!valid || !"kubefate".equals(asked.get("client_id"))) {
            return "{\"error\":\"invalid_grant\",\"error_description\":\"not this one\"}";
        }
        code = "";
        refreshToken = "refresh-" + UUID.randomUUID();
        return "{\"id_token\":\"" + idToken(renewed) + "\",\"refresh_token\":\"" + refreshToken + "\"}";
    }

    private boolean isCode(Map<String, String> asked) {
        return !code.isEmpty()
                && code.equals(asked.get("code"))
                && begun.get("redirect_uri").equals(asked.get("redirect_uri"))
                && begun.get("code_challenge").equals(challenge(asked.get("code_verifier")));
    }

    private String idToken(boolean renewed) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience("kubefate");
        claims.setSubject("alice");
        claims.setGeneratedJwtId();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("groups", List.of("team"));
        if (!renewed) {
            claims.setClaim("nonce", begun.get("nonce"));
        }
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("key");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
