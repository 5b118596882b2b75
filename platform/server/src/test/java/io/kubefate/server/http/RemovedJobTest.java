package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a job that is removed before it has ended. */
@Timeout(60)
class RemovedJobTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withoutStartingPods();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @Test
    void anInstallIsUndone() {
        JsonNode install = CLIENT.data(CLIENT.send("POST", "/v1/cluster", request("busy", "v1", "value: a")));
        String path = "/v1/job/" + install.at("/uuid").asText();

        assertThat(CLIENT.send("DELETE", path).body()).isEqualTo("{\"msg\":\"delete Job Success\"}");

        HttpResponse<String> job = CLIENT.get(path);
        while (job.statusCode() == 200) {
            job = CLIENT.get(path);
        }
        assertThat(job.statusCode()).as(job.body()).isEqualTo(404);
        HttpResponse<String> cluster =
                CLIENT.get("/v1/cluster/" + install.at("/cluster_id").asText());
        assertThat(cluster.statusCode()).as(cluster.body()).isEqualTo(404);
    }
}
