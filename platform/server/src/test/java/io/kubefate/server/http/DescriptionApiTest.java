package io.kubefate.server.http;

import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI description and its pages, which need no token. */
class DescriptionApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.create();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @Test
    void theDescriptionIsServed() {
        HttpResponse<String> answer = get("/v1/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/openapi").asText()).startsWith("3.1");
        assertThat(json(answer).at("/paths/~1v1~1cluster/post/operationId").asText())
                .isEqualTo("clusterInstall");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html",
        "initializer.js, text/javascript",
        "swagger-ui-bundle.js, text/javascript",
        "swagger-ui.css, text/css",
        "favicon-32x32.png, image/png",
    })
    void thePagesComeFromTheServiceAlone(String file, String type) {
        HttpResponse<String> answer = get("/v1/swagger/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "connect-src 'self'")
                .doesNotContain("http:", "https:", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "initializer.js"})
    void thePageNamesNoOtherHost(String file) {
        assertThat(get("/v1/swagger/" + file).body()).doesNotContain("://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.js", "swagger-ui.js.map", "..%2f..%2fserver%2fversion.txt"})
    void otherFilesAreNotServed(String file) {
        assertThat(get("/v1/swagger/" + file).statusCode()).isIn(400, 404);
    }

    private static HttpResponse<String> get(String path) {
        return CLIENT.sendWithoutToken("GET", path, "");
    }
}
