package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kubefate login} with a local issuer. */
class DeviceLoginTest extends ServiceTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN_REQUEST = "POST /token";
    private static final Instant HALF_AN_HOUR = CommandLineRunner.NOW.plusSeconds(1800);

    private StubService issuer;
    private String server;
    private Path file;

    @BeforeEach
    void startIssuer() throws IOException {
        issuer = new StubService();
        String url = "http://" + issuer.address();
        issuer.on(
                "GET /.well-known/openid-configuration",
                "{\"issuer\":\"" + url + "\",\"device_authorization_endpoint\":\"" + url
                        + "/device\",\"token_endpoint\":\"" + url + "/token\"}");
        device(600);
        program = new CommandLineRunner(directory);
        server = "http://" + service.address();
        file = directory.resolve("home/.kubefate/config.yaml");
        service.on("GET /v1/user/me", "{\"data\":{\"name\":\"oidc:ann\"}}");
        service.on("GET /v1/job/", "{\"data\":[]}");
    }

    @AfterEach
    void stopIssuer() {
        issuer.close();
    }

    @Test
    void showsTheCodeAndWaitsUntilTheUserHasLoggedIn() {
        answer(400, "{\"error\":\"authorization_pending\"}");
        String token = jwt(HALF_AN_HOUR);
        answer(200, tokens(token, "refresh-1"));

        Result result = logIn();

        assertThat(result.err()).isEqualTo("To log in, open https://login/device and enter the code ABCD-EFGH\n");
        assertThat(result.out())
                .isEqualTo(
                        "Logged in to " + server + " as oidc:ann. The current context is " + service.address() + ".\n");
        assertThat(issuer.requests())
                .extracting(StubService.Request::line)
                .containsExactly("GET /.well-known/openid-configuration", "POST /device", TOKEN_REQUEST, TOKEN_REQUEST);
        assertThat(issuer.requests().get(1))
                .satisfies(begin -> assertThat(begin.header("Content-type")).isEqualTo(FORM))
                .satisfies(begin -> assertThat(begin.body().split("&"))
                        .containsExactlyInAnyOrder("client_id=kubefate", "scope=openid+offline_access"));
        assertThat(issuer.requests().get(2).body().split("&"))
                .containsExactlyInAnyOrder(
                        "client_id=kubefate",
                        "device_code=device-1",
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code");
        assertThat(service.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer " + token));
    }

    @Test
    void refreshesTheTokenAtTheIssuer() throws IOException {
        String next = jwt(HALF_AN_HOUR);
        answer(200, tokens(jwt(CommandLineRunner.NOW.minusSeconds(1)), "refresh-1"));
        answer(200, tokens(next, "refresh-2"));
        logIn();

        program.run("job", "list");

        assertThat(last(issuer).body().split("&"))
                .containsExactlyInAnyOrder("client_id=kubefate", "grant_type=refresh_token", "refresh_token=refresh-1");
        assertThat(last(service).header("Authorization")).isEqualTo("Bearer " + next);
        assertThat(Files.readString(file)).contains(next, "refresh-token: refresh-2");
    }

    @Test
    void namesTheCommandToLogInAgainWhenTheIssuerEndsTheSession() {
        answer(200, tokens(jwt(HALF_AN_HOUR), "refresh-1"));
        answer(400, "{\"error\":\"invalid_grant\"}");
        logIn();
        service.on("GET /v1/cluster/", 401, "application/json", "{\"code\":401,\"message\":\"Token is expired\"}");

        assertThat(program.run("cluster", "list").err())
                .contains("the session has ended", "Run: kubefate login --context");
    }

    @Test
    void aSecondLoginUsesTheSameIssuer() {
        answer(200, tokens(jwt(HALF_AN_HOUR), "refresh-1"));
        logIn();

        assertThat(program.run("login").err()).contains("enter the code ABCD-EFGH");
    }

    @Test
    void logsInAtTheIssuerThatTheServiceNames() {
        publish("http://" + issuer.address());
        answer(200, tokens(jwt(HALF_AN_HOUR), "refresh-1"));

        Result result = program.run("login", "--server", server);

        assertThat(result.out()).startsWith("Logged in to " + server + " as oidc:ann.");
        assertThat(service.requests().get(0).header("Authorization")).isEmpty();
        assertThat(issuer.requests().get(1).body()).contains("client_id=command-line");
    }

    @Test
    void theOptionsOverrideTheIssuerThatTheServiceNames() {
        publish("http://issuer.invalid");
        answer(200, tokens(jwt(HALF_AN_HOUR), "refresh-1"));

        assertThat(logIn().exitCode()).isZero();
        assertThat(issuer.requests().get(1).body()).contains("client_id=kubefate");

        publish("http://" + issuer.address());
        program.run("login", "--server", server, "--oidc-client-id", "mine");
        assertThat(issuer.requests().get(issuer.requests().size() - 2).body()).contains("client_id=mine");
    }

    @Test
    void logsInWithAPasswordIfTheUserNamesAnAccount() {
        publish("http://" + issuer.address());

        Result result =
                program.typing("secret\n").run("login", "--server", server, "--username", "admin", "--password-stdin");

        assertThat(result.out()).startsWith("Logged in to " + server + " as admin.");
        assertThat(issuer.requests()).isEmpty();
    }

    @Test
    void reportsAnInvalidIssuerOfTheService() {
        publish("login");

        assertThat(program.run("login", "--server", server).err()).contains("the service: invalid issuer login");
    }

    @ParameterizedTest
    @CsvSource({
        "expired_token, the login has expired; run kubefate login again",
        "access_denied, the login was denied in the browser",
        "invalid_client, rejects client kubefate: invalid_client"
    })
    void reportsWhyTheLoginFails(String error, String message) {
        answer(400, "{\"error\":\"" + error + "\"}");

        Result result = logIn();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void endsWhenTheCodeExpires() {
        device(0);
        answer(400, "{\"error\":\"authorization_pending\"}");

        assertThat(logIn().err()).contains("the login has expired");
    }

    @Test
    void savesNothingIfTheServiceRejectsTheToken() {
        answer(200, tokens("not-a-jwt", "refresh-1"));
        service.replace("GET /v1/user/me", 401, "application/json", "{\"code\":401,\"message\":\"unknown token\"}");

        assertThat(logIn().exitCode()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void namesWhatIsWrongWithTheIssuer() {
        issuer.replace("GET /.well-known/openid-configuration", 200, "application/json", "{\"token_endpoint\":\"x\"}");
        assertThat(logIn().err()).contains("has no device_authorization_endpoint");

        issuer.replace("GET /.well-known/openid-configuration", 404, "text/plain", "404 page not found");
        assertThat(logIn().err()).contains("no usable answer from", "Check the issuer");

        assertThat(program.run("login", "--server", server, "--oidc-issuer", "login")
                        .err())
                .contains("--oidc-issuer: invalid issuer login");
    }

    private Result logIn() {
        return program.run("login", "--server", server, "--oidc-issuer", "http://" + issuer.address());
    }

    private void publish(String url) {
        service.replace(
                "GET /v1/user/login",
                200,
                "application/json",
                "{\"msg\":\"\",\"data\":{\"oidc\":{\"issuer\":\"" + url + "\",\"client_id\":\"command-line\"}}}");
    }

    private void device(int seconds) {
        issuer.replace(
                "POST /device",
                200,
                "application/json",
                "{\"device_code\":\"device-1\",\"user_code\":\"ABCD-EFGH\",\"verification_uri\":\"https://login/device\","
                        + "\"interval\":0,\"expires_in\":" + seconds + "}");
    }

    private void answer(int status, String json) {
        issuer.on(TOKEN_REQUEST, status, "application/json", json);
    }

    private static String tokens(String token, String refreshToken) {
        return "{\"id_token\":\"" + token + "\",\"access_token\":\"opaque\",\"refresh_token\":\"" + refreshToken
                + "\",\"expires_in\":60}";
    }

    private static String jwt(Instant expires) {
        String claims = "{\"exp\":" + expires.getEpochSecond() + "}";
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private static StubService.Request last(StubService stub) {
        return stub.requests().get(stub.requests().size() - 1);
    }
}
