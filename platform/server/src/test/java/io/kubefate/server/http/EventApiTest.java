package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.fabric.access.TestPods;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
@Timeout(60)
class EventApiTest {

    private static final DropwizardAppExtension<ServerConfiguration> SERVICE = TestService.start();

    private static final String TOKEN = new Tokens(
                    TestService.key(TestService.KEY), Duration.ofMinutes(5), Clock.systemUTC())
            .issue(new User("operator"))
            .text();

    private static final String PULLED =
            "{\"time\":\"2020-11-13T07:22:53Z\",\"type\":\"Normal\",\"reason\":\"Pulled\",\"module\":\"mysql\","
                    + "\"object\":\"Pod/mysql-0\",\"count\":1,\"message\":\"first\"}";

    private final TestPods pods = SERVICE.<TestService>getApplication().pods;

    @BeforeEach
    void pullAnImage() {
        pods.clear();
        pods.report(event("first"));
    }

    @Test
    void listsEvents() {
        HttpResponse<String> answer = get("/v1/cluster/c-1/events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"msg\":\"getClusterEvents Success\",\"data\":[" + PULLED + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cluster/c-2/events", "/v1/cluster/c-2/events/stream"})
    void anUnknownClusterIsNotFound(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void streamsWhatIsKnownAndWhatComes() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + SERVICE.getLocalPort() + "/v1/cluster/c-1/events/stream"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).isEqualTo(PULLED);
            pods.report(event("second"));
            assertThat(nextData(lines)).isEqualTo(PULLED.replace("first", "second"));
        }
    }

    private static String nextData(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data:")) {
            line = lines.readLine();
        }
        return line.substring("data:".length()).strip();
    }

    private static ObjectEvent event(String message) {
        Instant time = Instant.parse("2020-11-13T07:22:53Z");
        return new ObjectEvent(time, "Normal", "Pulled", "mysql", "Pod", "mysql-0", 1, message);
    }

    private static HttpResponse<String> get(String path) {
        return TestService.send(SERVICE, "GET", path, "", "Authorization", "Bearer " + TOKEN);
    }
}
