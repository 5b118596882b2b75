package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens of an OpenID Connect issuer. */
class OidcTest {

    private static final HttpServer ISSUER_SERVER = start();
    private static final String ISSUER =
            "http://127.0.0.1:" + ISSUER_SERVER.getAddress().getPort() + "/realms/fate";

    @RegisterExtension
    static final TestServer SERVER =
            TestServer.withDemoPlugin(new Setting("oidc.issuer", ISSUER), new Setting("oidc.clientId", "kubefate-cli"));

    private static final TestClient ADMIN = new TestClient(SERVER);

    private static RsaJsonWebKey key = key("first");
    private static String cluster;

    private final JwtClaims claims = new JwtClaims();

    @BeforeAll
    static void installACluster() {
        cluster = ADMIN.install(DemoPlugin.request("demo", "v1"));
        grant("group", "team", "viewer");
    }

    @BeforeEach
    void claims() {
        claims.setIssuer(ISSUER);
        claims.setAudience("kubefate");
        claims.setSubject("alice");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("groups", List.of("team", "others"));
    }

    @AfterAll
    static void stop() {
        ISSUER_SERVER.stop(0);
    }

    @Test
    void aUserHasTheRolesOfItsGroups() {
        assertThat(status("GET", "/v1/cluster/" + cluster, signed())).isEqualTo(200);
        assertThat(status("DELETE", "/v1/cluster/" + cluster, signed())).isEqualTo(403);
        JsonNode me = TestClient.json(send("GET", "/v1/user/me", signed())).at("/data");

        assertThat(me.at("/name").asText()).isEqualTo("oidc:alice");
        assertThat(me.has("uuid")).isFalse();
        assertThat(me.at("/groups")).extracting(JsonNode::asText).containsExactly("others", "team");
        assertThat(me.at("/token_kind").asText()).isEqualTo("oidc");
    }

    @Test
    void theIssuerIsPublishedForLogins() {
        HttpResponse<String> answer = ADMIN.sendWithoutToken("GET", "/v1/user/login", "");
        JsonNode issuer = TestClient.json(answer).at("/data/oidc");

        assertThat(issuer.at("/issuer").asText()).isEqualTo(ISSUER);
        assertThat(issuer.at("/client_id").asText()).isEqualTo("kubefate-cli");
    }

    @Test
    void aUserOfTheIssuerIsNotTheAccountOfTheSameName() {
        claims.setSubject("operator");
        claims.setStringListClaim("groups", List.of());

        assertThat(status("GET", "/v1/cluster", signed())).isEqualTo(403);
    }

    @Test
    void rolesCanBeGrantedToOneUser() {
        grant("user", "oidc:bob", "operator");
        claims.setSubject("bob");
        claims.setStringListClaim("groups", List.of());

        assertThat(status("DELETE", "/v1/cluster/" + cluster + "?dryRun=true", signed()))
                .isEqualTo(200);
    }

    @Test
    void refusesAnotherAudience() {
        claims.setAudience("another service");

        assertRefused(signed(), "the token is not issued for the audience kubefate");
    }

    @Test
    void refusesAnExpiredToken() {
        claims.setExpirationTimeMinutesInTheFuture(-5);

        assertRefused(signed(), "Token is expired");
    }

    @Test
    void refusesAnotherIssuer() {
        claims.setIssuer("https://elsewhere.example.com");

        assertThat(status("GET", "/v1/version", signed())).isEqualTo(401);
    }

    @Test
    void refusesATokenThatIsSignedWithThePublicKey() throws JoseException {
        JsonWebSignature forged = signature();
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(key.getPublicKey().getEncoded()));

        assertRefused(forged.getCompactSerialization(), "signature is invalid");
    }

    @Test
    void acceptsANewKeyAndRefusesAnUnpublishedOne() throws InterruptedException {
        RsaJsonWebKey old = key;
        assertThat(status("GET", "/v1/version", signed())).isEqualTo(200);
        key = key("second");
        Thread.sleep(10_500); // the shortest interval between two reads of the keys

        assertThat(status("GET", "/v1/version", signed())).isEqualTo(200);
        RsaJsonWebKey published = key;
        key = old;
        String withOldKey = signed();
        key = published;
        assertThat(status("GET", "/v1/version", withOldKey)).isEqualTo(401);
    }

    private static void grant(String kind, String subject, String role) {
        ADMIN.data(ADMIN.send(
                "POST",
                "/v1/permission",
                "{\"subject_kind\":\"%s\",\"subject\":\"%s\",\"role\":\"%s\",\"namespace\":\"demo\"}"
                        .formatted(kind, subject, role)));
    }

    private static HttpResponse<String> send(String method, String path, String token) {
        return ADMIN.sendWithoutToken(method, path, "", "Authorization", "Bearer " + token);
    }

    private static int status(String method, String path, String token) {
        return send(method, path, token).statusCode();
    }

    private static void assertRefused(String token, String reason) {
        HttpResponse<String> answer = send("GET", "/v1/version", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestClient.json(answer).at("/message").asText()).isEqualTo(reason);
    }

    private String signed() {
        try {
            return signature().getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonWebSignature signature() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                boolean metadata = exchange.getRequestURI().getPath().endsWith("/openid-configuration");
                String body = metadata
                        ? "{\"jwks_uri\":\"" + ISSUER + "/keys\"}"
                        : new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
