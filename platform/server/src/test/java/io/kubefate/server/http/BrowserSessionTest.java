package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of browsers, whose token is in a cookie that scripts cannot read. */
class BrowserSessionTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(new Setting("requests.trustedProxies", "127.0.0.1"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static final String SESSION = "/v1/user/session";
    private static final String LOGIN = "{\"username\":\"admin\",\"password\":\"admin\"}";

    @Test
    void aLoginSetsACookieThatScriptsAndOtherSitesCannotUse() {
        HttpResponse<String> answer = login();

        assertThat(attributes(answer))
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure")
                .anyMatch(attribute -> attribute.matches("Max-Age=1(799|800)"));
        assertThat(cookie(answer)).matches("jwt=\\S+\\.\\S+\\.\\S+");
    }

    @Test
    void aLoginReturnsTheUserAndNotTheToken() {
        HttpResponse<String> answer = login();
        JsonNode user = TestClient.json(answer).at("/data");

        assertThat(user.at("/name").asText()).isEqualTo("admin");
        assertThat(user.at("/token_kind").asText()).isEqualTo("session");
        assertThat(user.at("/warning").asText()).contains("published sample password");
        assertThat(answer.body()).doesNotContain(cookie(answer).substring("jwt=".length()));
    }

    @Test
    void theCookieAuthenticatesRequests() {
        JsonNode me = TestClient.json(withCookie("GET", "/v1/user/me", login())).at("/data");

        assertThat(me.at("/name").asText()).isEqualTo("admin");
        assertThat(me.has("warning")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://fate.example.com", "X-Forwarded-Proto, https"})
    void theCookieOfABrowserThatUsesHttpsIsSecure(String name, String value) {
        assertThat(attributes(send("POST", SESSION, LOGIN, name, value, "Sec-Fetch-Site", "same-origin")))
                .contains("Secure");
    }

    @Test
    void aWrongPasswordIsRefusedAsByTheLoginOfPrograms() {
        String wrong = "{\"username\":\"nobody\",\"password\":\"wrong\"}";
        HttpResponse<String> answer = send("POST", SESSION, wrong);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(send("POST", "/v1/user/login", wrong).body());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void bothLoginsCountFailuresTogether() {
        String wrong = "{\"username\":\"guessed\",\"password\":\"wrong\"}";
        String[] from = {"X-Forwarded-For", "192.0.2.1"};
        Stream.of(SESSION, "/v1/user/login", SESSION, "/v1/user/login", SESSION)
                .forEach(path -> send("POST", path, wrong, from));
        long failures = Stream.generate(() -> send("POST", SESSION, wrong, from).statusCode())
                .takeWhile(status -> status == 401)
                .count();

        assertThat(failures).isEqualTo(5);
    }

    @Test
    void anUnreadableLoginIsRefused() {
        HttpResponse<String> answer = send("POST", SESSION, "x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("missing Username or Password");
    }

    @Test
    void aRefreshSetsAnotherCookieOfTheSameSession() {
        HttpResponse<String> login = login();
        HttpResponse<String> refreshed = withCookie("POST", SESSION + "/refresh", login);

        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(withCookie("GET", "/v1/user/me", refreshed).statusCode()).isEqualTo(200);
        withCookie("DELETE", SESSION, refreshed);
        assertThat(withCookie("GET", "/v1/user/me", login).statusCode()).isEqualTo(401);
    }

    @Test
    void theEndOfASessionRevokesItAndRemovesTheCookie() {
        HttpResponse<String> login = login();
        HttpResponse<String> ended = withCookie("DELETE", SESSION, login);

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(cookie(ended)).isEqualTo("jwt=");
        assertThat(attributes(ended)).contains("Expires=Thu, 01 Jan 1970 00:00:00 GMT", "Path=/");
        assertThat(withCookie("GET", "/v1/user/me", login).statusCode()).isEqualTo(401);
    }

    @Test
    void aCookieThatIsNoLongerAcceptedIsRemoved() {
        HttpResponse<String> ended = send("DELETE", SESSION, "", "Cookie", "jwt=x.y.z", "Origin", own());

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(cookie(ended)).isEqualTo("jwt=");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example.com",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void pagesOfOtherSitesNeitherBeginNorEndASession(String name, String value) {
        HttpResponse<String> login = login();

        assertThat(send("POST", SESSION, LOGIN, name, value).statusCode()).isEqualTo(403);
        assertThat(send("DELETE", SESSION, "", "Cookie", cookie(login), name, value)
                        .statusCode())
                .isEqualTo(403);
        assertThat(withCookie("GET", "/v1/user/me", login).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void pagesOfOtherSitesReadNothingWithTheCookie(String site) {
        String cookie = cookie(login());

        assertThat(send("GET", "/v1/user/me", "", "Cookie", cookie, "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/v1/user/me", "", "Cookie", cookie, "Origin", "https://evil.example.com")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theBrowserKnowsBetterThanAProxyThatChangesTheHost() {
        String cookie = cookie(login());
        String[] changed = {"Cookie", cookie, "Origin", "https://fate.example.com", "Sec-Fetch-Site", "same-origin"};

        assertThat(send("POST", SESSION + "/refresh", "", changed).statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteFromNoPageIsRefused() {
        String cookie = cookie(login());

        assertThat(send("POST", SESSION + "/refresh", "", "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", SESSION + "/refresh", "", "Cookie", cookie, "Sec-Fetch-Site", "none")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void bothLoginsAreAuditedWithTheSameVerb() {
        login();

        assertThat(CLIENT.data("/v1/audit?verb=login&limit=1").at("/0/user").asText())
                .isEqualTo("admin");
    }

    private static HttpResponse<String> login() {
        HttpResponse<String> answer = send("POST", SESSION, LOGIN, "Origin", own());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Sends a request of a page of the service with the cookie that an answer has set. */
    private static HttpResponse<String> withCookie(String method, String path, HttpResponse<String> answer) {
        return send(method, path, "", "Cookie", cookie(answer), "Origin", own());
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        return CLIENT.sendWithoutToken(method, path, body, headers);
    }

    private static String own() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    private static String cookie(HttpResponse<String> answer) {
        return attributes(answer).get(0);
    }

    private static List<String> attributes(HttpResponse<String> answer) {
        return Arrays.asList(
                answer.headers().firstValue("Set-Cookie").orElseThrow().split("; ?"));
    }
}
