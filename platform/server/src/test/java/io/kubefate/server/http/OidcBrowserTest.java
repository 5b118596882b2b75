package io.kubefate.server.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of users of an identity provider in a browser, which keeps cookies. */
class OidcBrowserTest {

    private static final TestIssuer ISSUER = new TestIssuer();

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(
            new Setting("oidc.issuer", ISSUER.url()), new Setting("requests.trustedProxies", "127.0.0.1"));

    private static final TestClient CLIENT = new TestClient(SERVER);
    private static final String LOGIN = "/v1/user/session/oidc";
    private static final String REFRESH = "/v1/user/session/refresh";

    private final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void reset() {
        ISSUER.reset();
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @Test
    void theBrowserIsSentToTheProvider() {
        HttpResponse<String> begun = get(LOGIN);
        URI page = URI.create(location(begun));
        ISSUER.logIn(page);

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(page.toString()).startsWith(ISSUER.url() + "/auth?");
        assertThat(ISSUER.begun())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "kubefate")
                .containsEntry("scope", "openid email groups")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:" + SERVER.port() + LOGIN + "/callback");
        assertThat(setCookie(begun, "oidc-login"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/v1/user/session", "Max-Age=600")
                .doesNotContain(ISSUER.begun().get("state"), ISSUER.begun().get("nonce"));
    }

    @Test
    void behindATrustedProxyTheProviderReturnsToHttps() {
        HttpResponse<String> begun = get(LOGIN, "X-Forwarded-Proto", "https");
        ISSUER.logIn(URI.create(location(begun)));

        assertThat(ISSUER.begun().get("redirect_uri")).startsWith("https://127.0.0.1");
        assertThat(setCookie(begun, "oidc-login")).contains("Secure");
    }

    @Test
    void aCompletedLoginOpensThePageWithASession() {
        HttpResponse<String> completed = complete(begin("/clusters/c-1?tab=logs"));

        assertThat(completed.statusCode()).isEqualTo(303);
        assertThat(location(completed)).isEqualTo("/clusters/c-1?tab=logs");
        assertThat(setCookie(completed, "jwt")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(setCookie(completed, "oidc-login")).contains("Expires=Thu, 01 Jan 1970");
        assertThat(me().at("/name").asText()).isEqualTo("oidc:alice");
        assertThat(me().at("/token_kind").asText()).isEqualTo("oidc");
        assertThat(me().at("/groups/0").asText()).isEqualTo("team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example.com", "https://evil.example.com", "/\\evil.example.com", "/v1/cluster"})
    void noLoginEndsAtAnotherAddress(String target) {
        assertThat(location(complete(begin(target)))).isEqualTo("/");
    }

    @Test
    void aLoginOfAnotherBrowserIsNotCompleted() {
        String callback = begin("/");
        cookies.clear();

        assertFailed(complete(callback), "expired");
        begin("/");
        assertFailed(complete(callback), "expired");
        assertThat(ISSUER.requests()).isEmpty();
    }

    @Test
    void aCodeIsUsedOnce() {
        String callback = begin("/");
        Map<String, String> kept = Map.copyOf(cookies);
        complete(callback);
        cookies.clear();
        cookies.putAll(kept);

        assertFailed(complete(callback), "denied");
    }

    @Test
    void aRefusalOfTheProviderIsShown() {
        begin("/");

        assertFailed(
                get(LOGIN + "/callback?error=access_denied&state="
                        + ISSUER.begun().get("state")),
                "denied");
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() {
        assertFailed(complete(begin("/") + "&iss=https%3A%2F%2Fevil.example.com"), "refused");
        assertThat(ISSUER.requests()).isEmpty();
    }

    @Test
    void anIdTokenOfAnotherLoginIsRefused() {
        ISSUER.change(claims -> claims.setClaim("nonce", "another"));

        assertFailed(complete(begin("/")), "refused");
    }

    @Test
    void anIdTokenForAnotherAudienceIsRefused() {
        ISSUER.change(claims -> claims.setAudience("another"));

        assertFailed(complete(begin("/")), "refused");
    }

    @Test
    void anIdTokenThatIsTooLargeForACookieIsRefused() {
        ISSUER.change(claims -> claims.setClaim("more", "x".repeat(4000)));

        assertFailed(complete(begin("/")), "too_large");
    }

    @Test
    void aProviderThatDoesNotAnswerIsNamed() {
        String callback = begin("/");
        ISSUER.goDown();

        assertFailed(complete(callback), "unavailable");
    }

    @Test
    void aSessionIsRenewedByTheProvider() {
        complete(begin("/"));
        String first = cookies.get("jwt");
        HttpResponse<String> renewed = post(REFRESH);

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(cookies.get("jwt")).isNotEqualTo(first);
        assertThat(me().at("/name").asText()).isEqualTo("oidc:alice");
        assertThat(post(REFRESH).statusCode()).isEqualTo(200);
    }

    @Test
    void noScriptAndNoOtherRequestGetsTheRefreshToken() {
        HttpResponse<String> completed = complete(begin("/"));

        assertThat(setCookie(completed, "oidc-refresh"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/v1/user/session")
                .doesNotContain("refresh-");
    }

    @Test
    void aSessionThatTheProviderHasEndedIsNotRenewed() {
        complete(begin("/"));
        ISSUER.goDown();

        assertThat(post(REFRESH).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOfAnotherUserDoesNotReplaceThisOne() {
        complete(begin("/"));
        ISSUER.change(claims -> claims.setSubject("bob"));

        assertThat(post(REFRESH).statusCode()).isEqualTo(401);
        assertThat(me().at("/name").asText()).isEqualTo("oidc:alice");
    }

    @Test
    void theEndOfASessionRemovesItsCookies() {
        complete(begin("/"));
        CLIENT.sendWithoutToken("DELETE", "/v1/user/session", "", "Cookie", cookie(), "Origin", own())
                .headers()
                .allValues("Set-Cookie")
                .forEach(this::keep);

        assertThat(cookies.values()).containsOnly("");
    }

    @Test
    void theAuditHasBothEnds() {
        complete(begin("/"));
        assertThat(lastLogin("ok").at("/user").asText()).isEqualTo("oidc:alice");
        cookies.clear();
        complete(LOGIN + "/callback?code=x&state=y");

        assertThat(lastLogin("denied").at("/detail").asText()).isEqualTo("expired");
    }

    /** Waits until the last login has this result: a thread of its own writes the audit. */
    private static JsonNode lastLogin(String result) {
        TestClient.eventually(() -> lastLogin().at("/result").asText().equals(result));
        return lastLogin();
    }

    private static JsonNode lastLogin() {
        return CLIENT.data("/v1/audit?verb=login&limit=1").at("/0");
    }

    /** Begins a login, and completes it at the provider. */
    private String begin(String target) {
        HttpResponse<String> begun = get(LOGIN + "?return=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
        String code = ISSUER.logIn(URI.create(location(begun)));
        return LOGIN + "/callback?code=" + code + "&state=" + ISSUER.begun().get("state");
    }

    private HttpResponse<String> complete(String callback) {
        return get(callback, "Sec-Fetch-Site", "cross-site");
    }

    private void assertFailed(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/login?error=" + reason);
        assertThat(cookies.getOrDefault("jwt", "")).isEmpty();
    }

    private JsonNode me() {
        return TestClient.json(get("/v1/user/me")).at("/data");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    private HttpResponse<String> post(String path) {
        return send("POST", path, "Origin", own());
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        String[] all = Stream.concat(
                        cookies.isEmpty() ? Stream.empty() : Stream.of("Cookie", cookie()), Stream.of(headers))
                .toArray(String[]::new);
        HttpResponse<String> answer = CLIENT.sendWithoutToken(method, path, "", all);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .filter(cookie -> !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(joining("; "));
    }

    private static String setCookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .collect(toMap(cookie -> cookie.replaceFirst("=.*", ""), cookie -> cookie))
                .getOrDefault(name, "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String own() {
        return "http://127.0.0.1:" + SERVER.port();
    }
}
