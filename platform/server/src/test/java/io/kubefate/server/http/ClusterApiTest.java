package io.kubefate.server.http;

import static io.kubefate.server.DemoPlugin.request;
import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters over HTTP. Each test works in a namespace of its own. */
class ClusterApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static int count;

    private final ClusterStore clusters = new ClusterStore(SERVER.jdbi());
    private final JobStore jobs = new JobStore(SERVER.jdbi());
    private String name;

    @BeforeEach
    void chooseAName() {
        name = "fate-" + ++count;
    }

    @Test
    void installsACluster() {
        HttpResponse<String> answer = CLIENT.send(
                "POST",
                "/v1/cluster",
                request(name, "v1", "note: later").replace("{", "{\"name\":\"" + name + "\",\"time_limit\":60,"),
                "Content-Type",
                "application/json");
        JsonNode job = json(answer).at("/data");

        assertThat(TestClient.normalized(answer).replaceAll("(\"data\":\")\\w+=*", "$1<file>"))
                .isEqualTo("{\"msg\":\"createCluster Success\",\"data\":{\"uuid\":\"<uuid>\",\"start_time\":\"<time>\","
                        + "\"end_time\":\"0001-01-01T00:00:00Z\",\"method\":\"ClusterInstall\",\"result\":\"\","
                        + "\"cluster_id\":\"<uuid>\",\"creator\":\"operator\",\"sub_jobs\":{},\"status\":\"Pending\","
                        + "\"time_limit\":60000000000,\"meta_data\":{\"name\":\"" + name + "\",\"namespace\":\"" + name
                        + "\","
                        + "\"chart_name\":\"\",\"chart_version\":\"\",\"cover\":false,\"data\":\"<file>\","
                        + "\"Keep_upgrade_job\":false,\"time_limit\":60},\"states\":[],\"reasons\":[],\"ID\":"
                        + job.at("/ID") + ",\"CreatedAt\":\"<time>\",\"UpdatedAt\":\"<time>\",\"DeletedAt\":null},"
                        + "\"warnings\":[{\"severity\":\"warning\",\"path\":\"note\",\"line\":6,"
                        + "\"message\":\"unused\"}]}");
        assertThat(CLIENT.ended(job).at("/status").asText()).isEqualTo("Success");
        ClusterRecord cluster = clusters.findByName(name, name).orElseThrow();
        assertThat(cluster.uuid()).isEqualTo(job.at("/cluster_id").asText());
        assertThat(cluster.status()).isEqualTo(ClusterStatus.Running);
        assertThat(cluster.spec().value()).contains("note: later");
        assertThat(stored(job).definition().creator()).isEqualTo("operator");
    }

    @Test
    void aDryRunStoresNothing() {
        HttpResponse<String> answer = CLIENT.send("POST", "/v1/cluster?dryRun=true", request(name, "v1", "note: x"));

        assertThat(json(answer).at("/msg").asText()).isEqualTo("createCluster dry run Success");
        assertThat(json(answer).at("/data/manifests").asText())
                .contains("kind: ConfigMap", "kind: Deployment", "namespace: " + name);
        assertThat(json(answer).at("/data/warnings"))
                .hasToString("[{\"severity\":\"warning\",\"path\":\"note\",\"line\":6,\"message\":\"unused\"}]");
        assertThat(clusters.findByName(name, name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dryRun", "dryRun=", "dryRun=yes", "dryRun=tRUE", "dryRun=true&dryRun=false", "dryRun=%20true"})
    void anUnclearDryRunChangesNothing(String query) {
        String cluster = CLIENT.install(request(name, "v1"));
        int jobs = CLIENT.data("/v1/job").size();

        for (HttpResponse<String> answer : List.of(
                CLIENT.send("POST", "/v1/cluster?" + query, request(name + "-b", "v1")),
                CLIENT.send("PUT", "/v1/cluster?" + query, request(name, "v1", "value: b")),
                CLIENT.send("DELETE", "/v1/cluster/" + cluster + "?" + query),
                CLIENT.send("POST", "/v1/cluster/adopt?" + query, request(name, "v1")),
                CLIENT.send("POST", "/v1/cluster/" + cluster + "/revision/1/rollback?" + query, "{}"),
                CLIENT.send("POST", "/v1/cluster/" + cluster + "/module/python/restart?" + query))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"dryRun must be ");
        }
        assertThat(CLIENT.data("/v1/job")).hasSize(jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "true", "TRUE", "True", "true&dryRun=1"})
    void aDryRunOfADeleteReturnsThePlan(String value) {
        String cluster = CLIENT.install(request(name, "v1"));

        HttpResponse<String> answer = CLIENT.send("DELETE", "/v1/cluster/" + cluster + "?dryRun=" + value);

        assertThat(json(answer).at("/msg").asText()).isEqualTo("planCluster Success");
        assertThat(clusters.find(cluster).orElseThrow().status()).isEqualTo(ClusterStatus.Running);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "false"})
    void aDryRunCanBeSwitchedOff(String value) {
        HttpResponse<String> answer = CLIENT.send("POST", "/v1/cluster?dryRun=" + value, request(name, "v1"));

        assertThat(CLIENT.ended(CLIENT.data(answer)).at("/status").asText()).isEqualTo("Success");
    }

    @Test
    void aRequestThatDoesNotSupportADryRunRefusesIt() {
        String cluster = CLIENT.install(request(name, "v1"));

        for (HttpResponse<String> answer : List.of(
                CLIENT.send("POST", "/v1/cluster/" + cluster + "/drift/reconcile?dryRun=true", "{}"),
                CLIENT.send("POST", "/v1/cluster/" + cluster + "/check?dryRun=true"),
                CLIENT.send("POST", "/v1/cluster/plan?dryRun=false", request(name, "v1")))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("this request does not support dryRun");
        }
    }

    @Test
    void otherUnclearFlagsAreRefused() {
        assertThat(CLIENT.get("/v1/cluster?all=yes").body()).contains("all must be true or false, but is 'yes'");
        assertThat(CLIENT.get("/v1/cluster?masked=").body()).contains("masked must be true or false, but is ''");
        assertThat(CLIENT.get("/v1/cluster?all=1").statusCode()).isEqualTo(200);
        assertThat(CLIENT.get("/v1/cluster?masked=1").headers().firstValue("Kubefate-Masked"))
                .hasValue("true");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, 2592001, 10000000000L, Long.MAX_VALUE})
    void refusesATimeLimitThatIsOutOfRange(long seconds) {
        String cluster = CLIENT.install(request(name, "v1"));
        String limit = "{\"time_limit\":" + seconds;

        for (HttpResponse<String> answer : List.of(
                CLIENT.send("POST", "/v1/cluster", request(name + "-b", "v1").replace("{", limit + ",")),
                CLIENT.send(
                        "PUT", "/v1/cluster", request(name, "v1", "value: b").replace("{", limit + ",")),
                CLIENT.send("POST", "/v1/cluster/" + cluster + "/revision/1/rollback", limit + "}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("time_limit must be 1 to 2592000 seconds (30 days)");
        }
    }

    @Test
    void acceptsTheLongestTimeLimit() {
        String body = request(name, "v1").replace("{", "{\"time_limit\":2592000,");

        JsonNode job = CLIENT.ended(CLIENT.data(CLIENT.send("POST", "/v1/cluster", body)));

        assertThat(job.at("/time_limit").asLong()).isEqualTo(2592000000000000L);
        assertThat(job.at("/status").asText()).isEqualTo("Success");
    }

    @Test
    void updatesACluster() {
        String cluster = CLIENT.install(request(name, "v1"));

        HttpResponse<String> answer = CLIENT.send("PUT", "/v1/cluster/", request(name, "v1", "value: b"));

        assertThat(json(answer).at("/msg").asText()).isEqualTo("setCluster Success");
        JsonNode job = CLIENT.ended(CLIENT.data(answer));
        assertThat(job.at("/status").asText()).isEqualTo("Success");
        assertThat(job.at("/cluster_id").asText()).isEqualTo(cluster);
        assertThat(stored(job).method()).isEqualTo(JobMethod.ClusterUpdate);
        assertThat(stored(job).definition().creator()).isEqualTo("operator");
        assertThat(clusters.find(cluster).orElseThrow().revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/cluster/plan", "PUT, /v1/cluster?dryRun=true"})
    void plansAnUpdate(String method, String path) {
        String cluster = CLIENT.install(request(name, "v1"));

        HttpResponse<String> answer = CLIENT.send(method, path, request(name, "v1", "value: b", "note: x"));

        assertThat(TestClient.normalized(answer))
                .startsWith("{\"msg\":\"planCluster Success\",\"data\":{\"operation\":\"update\","
                        + "\"cluster_id\":\"<uuid>\",\"name\":\"" + name + "\",\"namespace\":\"" + name + "\","
                        + "\"changes\":true,\"feasible\":true,\"steps\":[],\"objects\":[")
                .contains(
                        "\"fields\":[{\"path\":\"data.key\",\"before\":\"a\",\"after\":\"b\"}]",
                        "\"modules\":[\"python\"]",
                        "\"preflight\":[{\"check\":\"",
                        "\"warnings\":[{\"severity\":\"warning\"");
        assertThat(json(answer).at("/data/cluster_id").asText()).isEqualTo(cluster);
        assertThat(clusters.find(cluster).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void listsAndShowsRevisions() {
        String cluster = CLIENT.install(request(name, "v1"));
        String revision = "{\"number\":1,\"current\":true,\"good\":true,\"restored\":0,\"chart_version\":\"v1\","
                + "\"engine\":\"eggroll\",\"plugin\":\"demo@1.0.0\",\"creator\":\"operator\",\"created_at\":\"<time>\","
                + "\"job_id\":\"<uuid>\",\"job_status\":\"Success\"";

        assertThat(TestClient.normalized(CLIENT.get("/v1/cluster/" + cluster + "/revision")))
                .isEqualTo("{\"msg\":\"getRevisionList Success\",\"data\":[" + revision + "}]}");
        assertThat(TestClient.normalized(CLIENT.get("/v1/cluster/" + cluster + "/revision/1")))
                .startsWith("{\"msg\":\"getRevision Success\",\"data\":" + revision + ",\"spec\":\"name: " + name)
                .contains("\"manifests\":\"");
    }

    @ParameterizedTest
    @CsvSource({"?to=2, 2, b", "'', 3, c"})
    void comparesRevisions(String query, int to, String value) {
        String cluster = CLIENT.install(request(name, "v1"));
        update("value: b");
        update("value: c");

        HttpResponse<String> answer = CLIENT.get("/v1/cluster/" + cluster + "/revision/1/diff" + query);

        assertThat(answer.body())
                .startsWith("{\"msg\":\"getRevisionDiff Success\",\"data\":{\"from\":1,\"to\":" + to + ",\"spec\":"
                        + "[{\"path\":\"value\",\"before\":\"\",\"after\":\"" + value + "\"}],\"objects\":[{");
    }

    @Test
    void plansAndExecutesARollback() {
        String cluster = CLIENT.install(request(name, "v1"));
        update("value: b");
        String rollback = "/v1/cluster/" + cluster + "/revision/1/rollback";

        JsonNode plan = json(CLIENT.send("POST", rollback + "?dryRun=true", "{}"));
        assertThat(plan.at("/msg").asText()).isEqualTo("planCluster Success");
        assertThat(plan.at("/data/operation").asText()).isEqualTo("rollback");
        assertThat(clusters.find(cluster).orElseThrow().revision()).isEqualTo(2);

        HttpResponse<String> answer = CLIENT.send("POST", rollback, "{\"purge\":true,\"time_limit\":60}");
        assertThat(json(answer).at("/msg").asText()).isEqualTo("rollbackCluster Success");
        JsonNode job = CLIENT.ended(CLIENT.data(answer));
        assertThat(job.at("/status").asText()).isEqualTo("Success");
        assertThat(job.at("/meta_data/purge").asBoolean()).isTrue();
        assertThat(stored(job).timeLimit()).hasSeconds(60);
        assertThat(stored(job).definition().creator()).isEqualTo("operator");
        assertThat(clusters.find(cluster).orElseThrow().revision()).isEqualTo(3);
        assertThat(clusters.history(cluster).get(2).origin().restored()).isEqualTo(1);
    }

    @Test
    void showsDriftAndReconciles() {
        String cluster = CLIENT.install(request(name, "v1"));
        String drift = "/v1/cluster/" + cluster + "/drift";

        JsonNode plan = json(CLIENT.get(drift));
        assertThat(plan.at("/msg").asText()).isEqualTo("getClusterDrift Success");
        assertThat(plan.at("/data/operation").asText()).isEqualTo("drift");
        assertThat(plan.at("/data/changes").asBoolean()).isFalse();
        JsonNode reply = json(CLIENT.send("POST", drift + "/reconcile", "{}"));
        assertThat(reply.at("/msg").asText()).isEqualTo("the cluster matches its revision; nothing to do");
        assertThat(reply.has("data")).isFalse();
    }

    @Test
    void checksACluster() {
        String cluster = CLIENT.install(request(name, "v1", "host: 10.0.0.9"));

        HttpResponse<String> answer = CLIENT.send("POST", "/v1/cluster/" + cluster + "/check");

        assertThat(json(answer).at("/msg").asText()).isEqualTo("checkCluster Success");
        JsonNode job = CLIENT.ended(CLIENT.data(answer));
        assertThat(job.at("/method").asText()).isEqualTo("ClusterCheck");
        assertThat(job.at("/checks/0/name").asText()).isEqualTo("reaches 10.0.0.9");
        assertThat(stored(job).definition().creator()).isEqualTo("operator");
    }

    @Test
    void listsTheImagesOfACluster() {
        assertThat(CLIENT.send("POST", "/v1/cluster/images", request(name, "v1"))
                        .body())
                .isEqualTo("{\"msg\":\"getClusterImages Success\",\"data\":[{\"image\":\"python:1\","
                        + "\"registry\":\"docker.io\",\"used_by\":[{\"module\":\"python\","
                        + "\"workload\":\"Deployment/python\",\"container\":\"python\",\"init\":false,"
                        + "\"pull_policy\":\"IfNotPresent\"}]}]}");
    }

    @Test
    void checksTheImagesOfACluster() {
        String request = request(name, "v1", "image: '127.0.0.1:1/fate/python:1'");

        JsonNode checked = CLIENT.data(CLIENT.send("POST", "/v1/cluster/images/?check=true", request));
        assertThat(checked.at("/0/status").asText()).isEqualTo("unreachable");
        assertThat(checked.at("/0/reason").asText()).startsWith("it is not a registry that the service can reach");
        assertThat(CLIENT.send(
                                "POST",
                                "/v1/cluster/images/?check=true",
                                request.replace("}", ",\"docker_config\":\"bm8ganNvbg==\"}"))
                        .body())
                .contains("docker_config");
    }

    @Test
    void listsClusters() {
        String cluster = CLIENT.install(request(name, "v1"));
        assertThat(CLIENT.data("/v1/cluster/").findValuesAsText("uuid")).contains(cluster);

        CLIENT.ended(CLIENT.data(CLIENT.send("DELETE", "/v1/cluster/" + cluster)));

        assertThat(CLIENT.data("/v1/cluster/").findValuesAsText("uuid")).doesNotContain(cluster);
        assertThat(CLIENT.data("/v1/cluster?all=true").findValuesAsText("uuid")).contains(cluster);
    }

    @Test
    void showsACluster() {
        String cluster = CLIENT.install(request(name, "v1"));

        assertThat(TestClient.normalized(CLIENT.get("/v1/cluster/" + cluster)))
                .startsWith("{\"msg\":\"getCluster Success\",\"data\":{\"uuid\":\"<uuid>\",\"name\":\"" + name
                        + "\",\"namespaces\":\"" + name + "\",\"chart_name\":\"demo\",\"chart_version\":\"v1\","
                        + "\"values\":\"name: " + name + "\\n")
                .contains("\"Spec\":{\"name\":\"" + name + "\",\"namespace\":\"" + name + "\",\"chartName\":\"demo\","
                        + "\"chartVersion\":\"v1\",\"modules\":[\"python\"]},\"revision\":1,\"helm_revision\":1,"
                        + "\"chart_values\":{},\"status\":\"Running\",\"Info\":{\"dashboard\":[],"
                        + "\"pod\":[\"python-1-0\"],\"status\":{\"modules\":{\"python\":\"Running\"},"
                        + "\"containers\":{\"python\":\"Running\"},\"deployments\":{\"python\":\"Available\"},"
                        + "\"statefulSets\":{}},\"modules\":[{\"name\":\"python\",\"status\":\"Available\","
                        + "\"pods\":[{\"name\":\"python-1-0\",\"status\":\"Running\",\"ready\":1,"
                        + "\"containers\":1,\"node\":\"sandbox\",\"createdAt\":\"<time>\",\"restarts\":0}]}],"
                        + "\"reasons\":[],\"observedAt\":\"<time>\"},\"engine\":\"eggroll\",\"ID\":");
    }

    @Test
    void restartsAModule() {
        String path = "/v1/cluster/" + CLIENT.install(request(name, "v1")) + "/module/";
        String restart = "{\"module\":\"python\",\"workloads\":[\"Deployment/python\"],\"data_lost\":[]}}";

        assertThat(CLIENT.send("POST", path + "python/restart?dryRun=true").body())
                .isEqualTo("{\"msg\":\"planRestart Success\",\"data\":" + restart);
        assertThat(CLIENT.send("POST", path + "python/restart").body())
                .isEqualTo("{\"msg\":\"restartModule Success\",\"data\":" + restart);
        assertThat(CLIENT.send("POST", path + "mysql/restart").body())
                .isEqualTo("{\"error\":\"cluster " + name + " has no module mysql; it has [python]\","
                        + "\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void anUnknownClusterIsNotFound() {
        HttpResponse<String> answer = CLIENT.get("/v1/cluster/c-2");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void aDowngradeIsRefusedInTheWordsOfKubefateAlsoIfNoPluginServesTheRelease() {
        CLIENT.install(request(name, "v2"));

        HttpResponse<String> answer = CLIENT.send("PUT", "/v1/cluster", request(name, "v0"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"using kubefate to downgrade a cluster is not supported yet\","
                        + "\"code\":\"UPGRADE_REFUSED\"}");
    }

    @Test
    void anUpgradeToAReleaseThatNoPluginServesNamesTheReleases() {
        CLIENT.install(request(name, "v2"));

        HttpResponse<String> answer = CLIENT.send("PUT", "/v1/cluster", request(name, "v9"));

        assertThat(json(answer).at("/code").asText()).isEqualTo("UNKNOWN_RELEASE");
        assertThat(json(answer).at("/error").asText()).contains("demo v9", "v3");
    }

    @ParameterizedTest
    @CsvSource({"'',true", "?purge=true,false", "/?purge=true,false"})
    void deletesACluster(String query, boolean claimStays) {
        String cluster = CLIENT.install(request(name, "v1"));

        HttpResponse<String> answer =
                CLIENT.send("DELETE", "/v1/cluster/" + cluster + query, "null", "Content-Type", "application/json");

        assertThat(json(answer).at("/msg").asText()).isEqualTo("deleteCluster Success");
        JsonNode job = CLIENT.ended(CLIENT.data(answer));
        assertThat(job.at("/method").asText()).isEqualTo("ClusterDelete");
        assertThat(job.at("/meta_data").isNull()).isTrue();
        assertThat(stored(job).definition().creator()).isEqualTo("operator");
        assertThat(clusters.find(cluster)).isEmpty();
        assertThat(SERVER.hasClaim(name, "data")).isEqualTo(claimStays);
    }

    private void update(String line) {
        JsonNode job = CLIENT.ended(CLIENT.data(CLIENT.send("PUT", "/v1/cluster", request(name, "v1", line))));
        assertThat(job.at("/status").asText()).isEqualTo("Success");
    }

    private JobRecord stored(JsonNode job) {
        return jobs.find(job.at("/uuid").asText()).orElseThrow();
    }
}
