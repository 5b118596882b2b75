package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.http.security.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private static final Path REQUEST_LOG = temporaryFile();

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(
            new Setting("server.requestLog.appenders[0].type", "file"),
            new Setting("server.requestLog.appenders[0].currentLogFilename", REQUEST_LOG.toString()),
            new Setting("server.requestLog.appenders[0].archive", "false"),
            new Setting("user.username", "operator"),
            new Setting("user.passwordHash", ""),
            new Setting("user.password", "pass: \"word\" \u00fc"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static final String LOGIN = "{\"username\":\"operator\",\"password\":\"pass: \\\"word\\\" \u00fc\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cluster",
                "/v1/cluster/c-1",
                "/v1/job",
                "/v1/job/j-1",
                "/v1/chart",
                "/v1/chart/h-1",
                "/v1/chart/valueTemplateExample/fate/v1.5.0",
                "/v1/chart/schema/fate/v1.5.0",
                "/v1/diagnosis",
                "/v1/namespace",
                "/v1/version"
            })
    void everythingNeedsAToken(String path) {
        assertRefused(CLIENT.sendWithoutToken("GET", path, ""), "cookie token is empty");
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/cluster", "DELETE,/v1/cluster/c-1", "PUT,/v1/job/j-1?jobStatus=stop", "DELETE,/v1/job/j-1"})
    void everyChangeNeedsAToken(String method, String path) {
        assertRefused(CLIENT.sendWithoutToken(method, path, ""), "cookie token is empty");
        assertThat(CLIENT.data("/v1/cluster?all=true")).isEmpty();
        assertThat(CLIENT.data("/v1/job")).isEmpty();
    }

    @Test
    void aTokenIsTakenFromTheHeader() {
        assertAccepted(version("", "Authorization", "Bearer " + token()));
        assertAccepted(version("", "Authorization", "bearer " + token()));
    }

    @Test
    void aTokenIsTakenFromTheQuery() {
        assertAccepted(version("?token=" + token()));
        assertAccepted(version("?token=" + token(), "Authorization", "Basic b3BlcmF0b3I6eA=="));
    }

    @Test
    void aTokenIsTakenFromTheCookie() {
        assertAccepted(version("", "Cookie", "jwt=" + token()));
    }

    @Test
    void onlyAPageOfTheServiceCanChangeSomethingWithTheCookie() {
        String cookie = "jwt=" + token();
        String own = "http://127.0.0.1:" + SERVER.port();

        assertThat(change("Cookie", cookie, "Origin", own).statusCode()).isEqualTo(404);
        assertThat(change("Cookie", cookie, "Origin", "https://evil.example.com")
                        .statusCode())
                .isEqualTo(403);
        assertThat(change("Cookie", cookie).body()).contains("pages of another site may not use the cookie");
        assertThat(change("Authorization", "Bearer " + token(), "Origin", "https://evil.example.com")
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> change(String... headers) {
        return CLIENT.sendWithoutToken("DELETE", "/v1/cluster/c-1", "", headers);
    }

    @Test
    void theHeaderPrecedesTheQueryAndTheQueryPrecedesTheCookie() {
        assertRefused(version("?token=" + token(), "Authorization", "Bearer x.y.z"), "invalid token; log in again");
        assertRefused(version("?token=x.y.z", "Cookie", "jwt=" + token()), "invalid token; log in again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic b3BlcmF0b3I6eA==", "Token x", " "})
    void aHeaderWithoutATokenIsIgnored(String header) {
        assertRefused(version("", "Authorization", header), "cookie token is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", "a.b.c.d.e.f"})
    void whatIsNoTokenIsRefusedInTheWordsOfKubefate(String text) {
        assertRefused(version("", "Authorization", "Bearer " + text), "token contains an invalid number of segments");
    }

    @Test
    void anExpiredTokenIsRefused() {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        String old = SERVER.users().token("operator", earlier);

        assertRefused(version("", "Authorization", "Bearer " + old), "Token is expired");
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        SecretKey key = TestClient.key("another key of thirty-two bytes or more");
        String other = new Tokens(key, Duration.ofMinutes(30), Duration.ofHours(12), Clock.systemUTC())
                .issue("operator", "")
                .text();

        assertRefused(version("", "Authorization", "Bearer " + other), "signature is invalid");
    }

    @Test
    void aTamperedTokenIsRefused() {
        String[] parts = token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("operator", "somebody").getBytes(StandardCharsets.UTF_8));

        assertRefused(
                version("", "Authorization", "Bearer " + parts[0] + "." + changed + "." + parts[2]),
                "signature is invalid");
    }

    @Test
    void anUnsignedTokenIsRefused() throws JoseException {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setPayload(new String(Base64.getUrlDecoder().decode(token().split("\\.")[1]), StandardCharsets.UTF_8));

        assertRefused(
                version("", "Authorization", "Bearer " + unsigned.getCompactSerialization()),
                "invalid token; log in again");
    }

    @Test
    void aTokenWithoutExpiryIsRefused() throws JoseException {
        JsonWebSignature endless = new JsonWebSignature();
        endless.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        endless.setKey(TestClient.key(TestServer.KEY));
        endless.setPayload("{\"id\":\"operator\",\"iss\":\"kubefate\",\"aud\":\"kubefate\"}");

        assertRefused(
                version("", "Authorization", "Bearer " + endless.getCompactSerialization()),
                "invalid token; log in again");
    }

    @Test
    void aTokenWithoutAUserIsRefused() {
        String nobody = new Tokens(
                        TestClient.key(TestServer.KEY), Duration.ofMinutes(30), Duration.ofHours(12), Clock.systemUTC())
                .issue("", "")
                .text();

        assertRefused(version("", "Authorization", "Bearer " + nobody), "the token has no user");
    }

    @Test
    void loginReturnsATokenThatIsAccepted() throws IOException {
        HttpResponse<String> answer = CLIENT.sendWithoutToken("POST", "/v1/user/login", LOGIN);
        JsonNode reply = new ObjectMapper().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(reply.fieldNames()).toIterable().containsExactly("code", "expire", "token");
        assertThat(reply.get("code").asInt()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(reply.get("expire").asText()))
                .isBetween(
                        OffsetDateTime.now(ZoneOffset.UTC),
                        OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30));
        assertAccepted(
                version("", "Authorization", "Bearer " + reply.get("token").asText()));
    }

    @Test
    void aTokenHasTheClaimsOfKubeFate1() throws IOException {
        String claims = token().split("\\.")[1];
        JsonNode read = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(claims));

        assertThat(read.fieldNames()).toIterable().contains("id", "exp", "orig_iat");
        assertThat(read.get("id").asText()).isEqualTo("operator");
        assertThat(read.get("exp").asLong() - read.get("orig_iat").asLong()).isEqualTo(1800);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"operator\",\"password\":\"wrong\"}",
                "{\"username\":\"admin\",\"password\":\"admin\"}"
            })
    void aWrongLoginIsRefused(String body) {
        assertRefused(CLIENT.sendWithoutToken("POST", "/v1/user/login", body), "incorrect Username or Password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "x",
                "[]",
                "{}",
                "{\"username\":\"operator\"}",
                "{\"password\":\"x\"}",
                "{\"username\":\"operator\",\"password\":\"\"}",
                "{\"username\":\"\",\"password\":\"x\"}"
            })
    void anUnreadableLoginIsRefused(String body) {
        assertRefused(CLIENT.sendWithoutToken("POST", "/v1/user/login", body), "missing Username or Password");
    }

    @Test
    void theRequestLogContainsNoToken() {
        String token = token();
        assertAccepted(version("?token=" + token));

        assertThat(linesUntil("\"GET /v1/version\" 200"))
                .anyMatch(line -> line.contains("\"GET /v1/version\" 200"))
                .noneMatch(line -> line.contains(token) || line.contains("token="));
    }

    /** Another thread writes the log, shortly after the response. */
    private static List<String> linesUntil(String wanted) {
        Instant limit = Instant.now().plusSeconds(30);
        while (lines().stream().noneMatch(line -> line.contains(wanted))
                && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return lines();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(REQUEST_LOG);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("request", ".log");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        return CLIENT.token();
    }

    private static HttpResponse<String> version(String query, String... headers) {
        return CLIENT.sendWithoutToken("GET", "/v1/version" + query, "", headers);
    }

    private static void assertAccepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"code\":401,\"message\":\"" + message + "\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("JWT realm=gin jwt");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }
}
