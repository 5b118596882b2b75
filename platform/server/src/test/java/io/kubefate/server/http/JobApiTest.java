package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static io.kubefate.server.http.TestClient.json;
import static io.kubefate.server.http.TestClient.normalized;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.row.RowPage;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs over HTTP. */
class JobApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String job;

    @BeforeAll
    static void upgradeACluster() {
        CLIENT.install(request("demo", "v2"));
        job = CLIENT.ended(CLIENT.data(CLIENT.send("PUT", "/v1/cluster", request("demo", "v3"))))
                .at("/uuid")
                .asText();
    }

    @Test
    void listsJobs() {
        HttpResponse<String> answer = CLIENT.get("/v1/job");

        assertThat(json(answer).at("/msg").asText()).isEqualTo("getJobList Success");
        assertThat(CLIENT.data(answer).findValuesAsText("uuid")).contains(job);
    }

    @Test
    void listsAJobThatHasEndedAsItIsShown() {
        CLIENT.data("/v1/job");

        assertThat(CLIENT.data("/v1/job")).contains(CLIENT.data("/v1/job/" + job));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void showsAJob(String end) {
        HttpResponse<String> answer =
                CLIENT.send("GET", "/v1/job/" + job + end, "null", "Content-Type", "application/json");

        assertThat(normalized(answer))
                .startsWith("{\"msg\":\"getJob Success\",\"data\":{\"uuid\":\"<uuid>\",\"start_time\":\"<time>\","
                        + "\"end_time\":\"<time>\",\"method\":\"ClusterUpdate\",\"result\":\"")
                .contains(
                        "\"cluster_id\":\"<uuid>\",\"creator\":\"operator\",\"sub_jobs\":{\"python\":{"
                                + "\"ModuleName\":\"python\",\"Status\":\"Success\",\"ModulesPodStatus\":\"Running\","
                                + "\"ModulesStatus\":\"Available\",\"StartTime\":\"<time>\",\"EndTime\":\"<time>\"}},"
                                + "\"status\":\"Success\",\"time_limit\":3600000000000,\"meta_data\":{\"name\":\"\",",
                        "\"states\":[\"")
                .doesNotContain("\"checks\"");
    }

    @Test
    void showsTheStepsOfAJobWithTheirLogs() {
        assertThat(normalized(CLIENT.get("/v1/job/" + job + "/steps")))
                .startsWith("{\"msg\":\"getJobSteps Success\",\"data\":[{\"name\":\"migrate\","
                        + "\"images\":[\"migrate:1\"],\"status\":\"Succeeded\",\"start_time\":\"<time>\","
                        + "\"end_time\":\"<time>\",\"message\":\"")
                .contains(",\"log\":\"");
    }

    @Test
    void stopsAJob() {
        SERVER.kubernetes.failImage("python:held");
        JsonNode install =
                CLIENT.data(CLIENT.send("POST", "/v1/cluster", request("held", "v1", "image: 'python:held'")));
        String path = "/v1/job/" + install.at("/uuid").asText();

        assertThat(CLIENT.send("PUT", path + "?jobStatus=stop", "null").body())
                .isEqualTo("{\"msg\":\"stop Job Success\",\"data\":\"Stop Job Success\"}");
        assertThat(CLIENT.ended(install).at("/status").asText()).isEqualTo("Canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?jobStatus=", "?jobStatus=pause"})
    void aJobCanOnlyBeStopped(String query) {
        HttpResponse<String> answer = CLIENT.send("PUT", "/v1/job/" + job + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"jobStatus error\",\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void removesAJobFromTheList() {
        JsonNode install = CLIENT.ended(CLIENT.data(CLIENT.send("POST", "/v1/cluster", request("removed", "v1"))));
        String path = "/v1/job/" + install.at("/uuid").asText();

        assertThat(CLIENT.send("DELETE", path).body()).isEqualTo("{\"msg\":\"delete Job Success\"}");
        assertThat(CLIENT.get(path).statusCode()).isEqualTo(404);
        assertThat(new JobStore(SERVER.jdbi()).list(RowPage.first(1000)))
                .noneMatch(stored -> stored.uuid().equals(install.at("/uuid").asText()));
    }

    @Test
    void anUnknownJobIsNotStopped() {
        HttpResponse<String> answer = CLIENT.send("PUT", "/v1/job/nobody?jobStatus=stop");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"get job by jobID error, please check job ID, record not found\","
                        + "\"code\":\"NOT_FOUND\"}");
    }
}
