package io.kubefate.cli.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.cli.StubService;
import io.kubefate.cli.client.http.HttpAccess;
import io.kubefate.cli.client.http.OpenIdIssuer;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.OpenIdClient;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the login in a browser asks the issuer for its tokens: the time passes only while it waits. */
class DeviceLoginPollTest {

    private static final Instant START = Instant.parse("2020-11-13T08:00:00Z");
    private static final String JSON = "application/json";

    private final List<Duration> waits = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    private StubService issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new StubService();
        String url = "http://" + issuer.address();
        issuer.on(
                "GET /.well-known/openid-configuration",
                "{\"device_authorization_endpoint\":\"" + url + "/device\",\"token_endpoint\":\"" + url + "/token\"}");
        device("\"interval\":2,\"expires_in\":600");
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void waitsBeforeEachRequestAsLongAsTheIssuerSays() {
        pending("authorization_pending");
        pending("authorization_pending");
        loggedIn();

        logIn();

        assertThat(waits).containsExactly(seconds(2), seconds(2), seconds(2));
        assertThat(shown).containsExactly("To log in, open https://login/device and enter the code ABCD");
    }

    @Test
    void waitsLongerFromThenOnWhenTheIssuerAsksToSlowDown() {
        pending("authorization_pending");
        pending("slow_down");
        pending("slow_down");
        pending("authorization_pending");
        loggedIn();

        logIn();

        assertThat(waits).containsExactly(seconds(2), seconds(2), seconds(7), seconds(12), seconds(12));
    }

    @Test
    void waitsLongerWhenTheIssuerDoesNotAnswer() {
        issuer.on("POST /token", 503, "text/html", "<h1>unavailable</h1>");
        loggedIn();

        logIn();

        assertThat(waits).containsExactly(seconds(2), seconds(7));
    }

    @Test
    void waitsFiveSecondsIfTheIssuerDoesNotSayHowLong() {
        device("\"expires_in\":600");
        loggedIn();

        logIn();

        assertThat(waits).containsExactly(seconds(5));
    }

    @Test
    void endsWhenTheCodeHasExpired() {
        device("\"interval\":2,\"expires_in\":10");
        pending("authorization_pending");

        assertThatThrownBy(this::logIn).hasMessageContaining("the login has expired");
        assertThat(waits).hasSize(5);
    }

    private Authentication.OpenId logIn() {
        InstantSource time = () -> START.plus(waits.stream().reduce(Duration.ZERO, Duration::plus));
        Clock clock = time.withZone(ZoneOffset.UTC);
        OpenIdClient client = new OpenIdClient(URI.create("http://" + issuer.address()), "kubefate");
        HttpAccess access = new HttpAccess(new Proxies(Map.of()));
        return new DeviceLogin(new OpenIdIssuer(client, Tls.STANDARD, access, clock), clock, waits::add)
                .run(shown::add);
    }

    private void device(String times) {
        issuer.replace(
                "POST /device",
                200,
                JSON,
                "{\"device_code\":\"d\",\"user_code\":\"ABCD\",\"verification_uri\":\"https://login/device\"," + times
                        + "}");
    }

    private void pending(String error) {
        issuer.on("POST /token", 400, JSON, "{\"error\":\"" + error + "\"}");
    }

    private void loggedIn() {
        issuer.on("POST /token", 200, JSON, "{\"access_token\":\"opaque\",\"expires_in\":60}");
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
