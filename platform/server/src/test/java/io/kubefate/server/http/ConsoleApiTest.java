package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in the service, beside the REST API. Its files are those of the tests. */
class ConsoleApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.create();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters/c-1", "/federation"})
    void browsersGetTheConsoleWithoutAToken(String path) {
        HttpResponse<String> page = get(path, BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Test console").doesNotContain("__CSP_NONCE__");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void assetsAreServedWithoutAToken() {
        HttpResponse<String> asset = get("/assets/index-1a2b3c4d.js", "*/*");

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.body()).contains("console.log");
        assertThat(asset.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void programsGetWhatTheyHaveAlwaysGot(String accept) {
        HttpResponse<String> answer = get("/", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"msg\":\"kubefate run Success\"}");
        assertThat(get("/clusters", accept).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/swagger/index.html, 200",
        "/v1/nothing, 404",
        "/v1/cluster, 401",
        "/assets/none-1.js, 404",
        "/health, 200"
    })
    void whatExistsIsNoPage(String path, int status) {
        HttpResponse<String> answer = get(path, BROWSER);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Test console");
    }

    private static HttpResponse<String> get(String path, String accept) {
        return CLIENT.send(HttpRequest.newBuilder(CLIENT.uri(path)).header("Accept", accept), BodyHandlers.ofString());
    }
}
