package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kubefate.server.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replies as the clients of KubeFATE decode them, with the types of their Go structs: an {@code int8} is a byte here, and a status an
 * enum of the values that a version knows.
 */
class ExistingClientsTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static final JsonMapper GO = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .build();

    private static String cluster;
    private static String job;

    @BeforeAll
    static void aFailedClusterOfManyRevisionsAndAStoppingJob() {
        cluster = CLIENT.install(request("demo", "v2"));
        SERVER.jdbi().useHandle(handle -> {
            handle.execute("update cluster set status = 'Failed', revision = 1000 where uuid = ?", cluster);
            // It keeps the time of its end, so that no runner claims it.
            handle.execute("update job set status = 'Stopping' where cluster_uuid = ?", cluster);
        });
        job = CLIENT.data("/v1/job").at("/0/uuid").asText();
    }

    enum ClusterStatus150 {
        Pending,
        Creating,
        Deleting,
        Updating,
        Running,
        Unavailable,
        Deleted,
        Rollback
    }

    enum ClusterStatus151 {
        Pending,
        Creating,
        Deleting,
        Updating,
        Running,
        Unavailable,
        Deleted,
        Rollback,
        Failed,
        Unknown
    }

    enum JobStatus150 {
        Pending,
        Running,
        Success,
        Failed,
        Rollback,
        Timeout,
        Canceled
    }

    record Data<T>(String msg, T data) {}

    record GoCluster<S>(
            String uuid,
            String namespaces,
            byte revision,
            @JsonProperty("helm_revision") byte helmRevision,
            Map<String, Object> spec,
            @JsonProperty("chart_values") Map<String, Object> chartValues,
            S status,
            Map<String, Object> info,
            @JsonProperty("ID") int id,
            @JsonProperty("CreatedAt") Instant createdAt) {}

    record GoSubJob(
            @JsonProperty("ModuleName") String moduleName,
            @JsonProperty("Status") String status,
            @JsonProperty("ModulesPodStatus") String modulesPodStatus,
            @JsonProperty("ModulesStatus") String modulesStatus,
            @JsonProperty("StartTime") Instant startTime,
            @JsonProperty("EndTime") Instant endTime) {}

    record GoJob(
            String uuid,
            @JsonProperty("start_time") Instant startTime,
            String result,
            List<String> states,
            @JsonProperty("cluster_id") String clusterId,
            @JsonProperty("sub_jobs") Map<String, GoSubJob> subJobs,
            JobStatus150 status,
            @JsonProperty("time_limit") long timeLimit) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "Go-http-client/1.1", "Go-http-client/2.0"})
    void theFirstClientDecodesAFailedClusterAndAStoppingJob(String agent) throws JsonProcessingException {
        List<GoCluster<ClusterStatus150>> clusters = GO.readValue(
                        get("/v1/cluster/", agent), new TypeReference<Data<List<GoCluster<ClusterStatus150>>>>() {})
                .data();
        List<GoJob> jobs = GO.readValue(get("/v1/job/", agent), new TypeReference<Data<List<GoJob>>>() {})
                .data();

        assertThat(clusters)
                .filteredOn(found -> found.uuid().equals(cluster))
                .extracting(GoCluster::revision, GoCluster::helmRevision, GoCluster::status)
                .containsExactly(tuple((byte) 127, (byte) 127, ClusterStatus150.Unavailable));
        assertThat(jobs)
                .filteredOn(found -> found.uuid().equals(job))
                .extracting(GoJob::status)
                .containsExactly(JobStatus150.Running);
    }

    @Test
    void laterClientsOfKubefateKnowAFailedCluster() throws JsonProcessingException {
        GoCluster<ClusterStatus151> found = GO.readValue(
                        get("/v1/cluster/" + cluster, "kubefate"),
                        new TypeReference<Data<GoCluster<ClusterStatus151>>>() {})
                .data();

        assertThat(found.status()).isEqualTo(ClusterStatus151.Failed);
        assertThat(found.revision()).isEqualTo((byte) 127);
        assertThat(GO.readValue(get("/v1/job/" + job, "kubefate"), new TypeReference<Data<GoJob>>() {})
                        .data()
                        .status())
                .isEqualTo(JobStatus150.Running);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubefate/v3.0.0", "curl/8.5.0"})
    void otherClientsGetTheFullState(String agent) {
        assertThat(json(get("/v1/cluster/" + cluster, agent))
                        .at("/data/revision")
                        .asInt())
                .isEqualTo(1000);
        assertThat(json(get("/v1/cluster/" + cluster, agent)).at("/data/status").asText())
                .isEqualTo("Failed");
        assertThat(json(get("/v1/job/" + job, agent)).at("/data/status").asText())
                .isEqualTo("Stopping");
    }

    @ParameterizedTest
    @CsvSource({"Go-http-client/1.1, Unavailable", "kubefate, Failed"})
    void masksWhatItHasAdapted(String agent, String status) {
        assertThat(json(get("/v1/cluster/" + cluster + "?masked=true", agent))
                        .at("/data/status")
                        .asText())
                .isEqualTo(status);
    }

    private static String get(String path, String agent) {
        return CLIENT.send("GET", path, "", "User-Agent", agent).body();
    }
}
