package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A text that cannot be decrypted fails what needs it, and nothing else. */
class DamagedDatabaseTest {

    private static final String DAMAGED = "@aes256gcm:nokey:AAAA:";

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private TestClient client;
    private String broken;
    private String other;

    @BeforeEach
    void install(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        client = new TestClient(SERVER);
        broken = client.install(DemoPlugin.request(name, "v1"));
        other = client.install(DemoPlugin.request("other-" + name, "v1"));
    }

    @Test
    void theListHasTheClusterWithoutItsFile() throws Exception {
        damage("update cluster set spec = ? where uuid = ?");

        assertThat(listed(broken).get("values").asText()).isEmpty();
        assertThat(listed(other).get("values").asText()).contains("other");
        assertThat(client.data("/v1/federation").get("clusters"))
                .filteredOn(cluster -> cluster.get("uuid").asText().equals(broken))
                .singleElement()
                .satisfies(
                        cluster -> assertThat(cluster.get("unknown").asText()).isEqualTo("DAMAGED"));
    }

    @Test
    void theClusterItselfSaysWhatToDo() throws Exception {
        damage("update cluster set spec = ? where uuid = ?");

        var reply = client.send("GET", "/v1/cluster/" + broken);

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("DATABASE_DAMAGED").contains("restore a backup");
    }

    @Test
    void theStatusOfOtherClustersIsUpdatedAfterARestart() throws Exception {
        damage("update cluster set spec = ? where uuid = ?");
        damage("update revision set manifests = ? where cluster_uuid = ?");
        SERVER.restart();
        client = new TestClient(SERVER);

        TestClient.eventually(() -> listed(other).hasNonNull("observed_at"));
    }

    @Test
    void aJobThatCannotBeReadFailsAndLetsOthersRun() throws Exception {
        damage("update revision set manifests = ? where cluster_uuid = ?");

        JsonNode delete = client.ended(client.data(client.send("DELETE", "/v1/cluster/" + broken)));

        assertThat(delete.get("status").asText()).isEqualTo("Failed");
        assertThat(delete.get("states").toString()).contains("restore a backup");
        assertThat(client.ended(client.data(client.send("DELETE", "/v1/cluster/" + other)))
                        .get("status")
                        .asText())
                .isEqualTo("Success");
    }

    @Test
    void theListHasAJobWithoutItsRequest() throws Exception {
        damage("update job set request = ? where cluster_uuid = ?");

        assertThat(client.data("/v1/job/"))
                .filteredOn(job -> job.get("cluster_id").asText().equals(broken))
                .singleElement()
                .satisfies(job -> assertThat(job.get("meta_data").isNull()).isTrue());
    }

    private JsonNode listed(String uuid) {
        for (JsonNode cluster : client.data("/v1/cluster/")) {
            if (cluster.get("uuid").asText().equals(uuid)) {
                return cluster;
            }
        }
        throw new AssertionError("cluster " + uuid + " is not listed");
    }

    private void damage(String statement) {
        assertThat(SERVER.jdbi()
                        .<Integer, RuntimeException>withHandle(handle -> handle.execute(statement, DAMAGED, broken)))
                .isPositive();
    }
}
