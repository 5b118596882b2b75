package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
class ApiTest {

    private static final DropwizardAppExtension<ServerConfiguration> SERVICE = TestService.start();

    private static final String TOKEN = new Tokens(
                    TestService.key(TestService.KEY), Duration.ofMinutes(5), Clock.systemUTC())
            .issue(new User("operator"))
            .text();

    private static final String ARGS =
            "{\"name\":\"fate-9999\",\"namespace\":\"fate\",\"chart_name\":\"fate\",\"chart_version\":\"v1.5.0\","
                    + "\"cover\":true,\"data\":\"bmFtZTogYQ==\"}";

    private static final String JOB =
            "{\"uuid\":\"j-1\",\"start_time\":\"2020-11-13T07:22:53.123456Z\",\"end_time\":\"0001-01-01T00:00:00Z\","
                    + "\"method\":\"ClusterInstall\",\"result\":\"state 2\",\"cluster_id\":\"%s\",\"creator\":\"admin\","
                    + "\"sub_jobs\":{\"python\":{\"ModuleName\":\"python\",\"Status\":\"Running\","
                    + "\"ModulesPodStatus\":\"Waiting\",\"ModulesStatus\":\"Waiting\","
                    + "\"StartTime\":\"2020-11-13T07:22:53.123456Z\",\"EndTime\":\"0001-01-01T00:00:00Z\"}},"
                    + "\"status\":\"%s\",\"time_limit\":3600000000000,"
                    + "\"meta_data\":{\"name\":\"fate-9999\",\"namespace\":\"fate\",\"chart_name\":\"fate\","
                    + "\"chart_version\":\"v1.5.0\",\"cover\":false,\"data\":\"bmFtZTogYQ==\",\"Keep_upgrade_job\":false},"
                    + "\"states\":[\"state 1\",\"state 2\"],"
                    + "\"reasons\":[{\"module\":\"python\",\"code\":\"IMAGE_PULL\",\"object\":\"Pod/python-0\","
                    + "\"message\":\"no such image\"}],"
                    + "\"ID\":1,\"CreatedAt\":\"2020-11-13T07:22:53.123456Z\",\"UpdatedAt\":\"2020-11-13T07:22:53.123456Z\","
                    + "\"DeletedAt\":null}";

    private static final String CLUSTER =
            "{\"uuid\":\"c-1\",\"name\":\"fate-9999\",\"namespaces\":\"fate\",\"chart_name\":\"fate\","
                    + "\"chart_version\":\"v1.5.0\",\"values\":\"name: fate-9999\",%s\"revision\":1,\"helm_revision\":1,"
                    + "\"chart_values\":null,\"status\":\"Running\",%s\"engine\":\"eggroll\",\"ID\":7,"
                    + "\"CreatedAt\":\"2020-11-13T07:22:53.123456Z\",\"UpdatedAt\":\"2020-11-13T07:22:53.123456Z\","
                    + "\"DeletedAt\":null}";

    private static final String USE =
            "{\"module\":\"python\",\"workload\":\"Deployment/python\",\"container\":\"python\",\"init\":true,"
                    + "\"pull_policy\":\"Always\"}";

    private static final String PLAN =
            "{\"operation\":\"%s\",\"cluster_id\":\"c-1\",\"name\":\"fate-9999\",\"namespace\":\"fate\",\"changes\":true,"
                    + "\"feasible\":true,\"steps\":[{\"name\":\"migrate\",\"images\":[\"mysql:8\"]}],\"objects\":[{\"action\":\"update\",\"kind\":\"ConfigMap\",\"name\":\"settings\","
                    + "\"module\":\"\",\"restarts\":false,\"fields\":[{\"path\":\"data.key\",\"before\":\"a\","
                    + "\"after\":\"b\"}],\"note\":\"\"}],\"modules\":[],\"data\":[],\"preflight\":[{\"check\":\"namespace\","
                    + "\"status\":\"passed\",\"message\":\"it exists\",\"remedy\":\"\"}]}";

    private static final String REVISION =
            "{\"number\":1,\"current\":true,\"good\":true,\"restored\":0,\"chart_version\":\"v1.5.0\","
                    + "\"engine\":\"eggroll\",\"plugin\":\"p@1\",\"creator\":\"admin\","
                    + "\"created_at\":\"2020-11-13T07:22:53.123456Z\",\"job_id\":\"j-1\",\"job_status\":\"Success\"%s}";

    private static final String CHART =
            "{\"uuid\":\"h-1\",\"name\":\"fate\",\"chart\":\"name: fate\",\"values\":\"\",\"values_template\":\"\","
                    + "\"values_template_example\":\"name: a\",\"templates\":[],\"version\":\"v1.5.0\","
                    + "\"app_version\":\"v1.5.0\",\"engine\":\"eggroll\",\"plugin\":\"fate-1.5@3.0.0\",\"ID\":1,"
                    + "\"CreatedAt\":\"2020-11-13T07:22:53.123456Z\",\"UpdatedAt\":\"2020-11-13T07:22:53.123456Z\","
                    + "\"DeletedAt\":null}";

    @Test
    void rootSaysThatTheServiceRuns() {
        assertAnswer(TestService.send(SERVICE, "GET", "/", ""), 200, "{\"msg\":\"kubefate run Success\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/"})
    void theRootOfTheApiIsRefused(String path) {
        assertAnswer(send("GET", path), 400, "{\"error\":\"error path\",\"code\":\"INVALID_REQUEST\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1/nothing", "/v1/user/nothing/else", "/v1/cluster/c-1/more"})
    void anUnknownPathIsNotFound(String path) {
        HttpResponse<String> answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("404 page not found");
    }

    @Test
    void anUnknownMethodIsRefused() {
        assertAnswer(
                send("DELETE", "/v1/cluster"),
                405,
                "{\"error\":\"the request is not possible here: Method Not Allowed\",\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void tellsTheVersion() {
        assertAnswer(send("GET", "/v1/version"), 200, "{\"msg\":\"getVersion Success\",\"version\":\"v3.0.0\"}");
    }

    @Test
    void tellsWhichKubernetesItWorksOn() {
        assertAnswer(
                send("GET", "/v1/version/kubernetes"),
                200,
                "{\"msg\":\"getKubernetes Success\",\"data\":\"https://10.0.0.1:6443 (v1.20.2)\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cluster/c-1, c-1",
        "/v1/cluster/c-1/revision/1, c-1",
        "/v1/cluster/, all",
        "/v1/job/j-1, all",
        "/v1/cluster/c-2, c-2"
    })
    void masksEveryAnswerOnRequestAndSaysSo(String path, String cluster) {
        HttpResponse<String> masked = send("GET", path + "?masked=true");

        assertThat(masked.headers().firstValue("Kubefate-Masked")).hasValue("true");
        assertThat(masked.body()).contains("\"masked\":[", "\"of\":\"" + cluster + "\"");
        assertThat(send("GET", path).headers().firstValue("Kubefate-Masked")).isEmpty();
    }

    @Test
    void logoutNeedsNoToken() {
        assertAnswer(TestService.send(SERVICE, "POST", "/v1/user/logout", ""), 200, "{\"code\":200}");
    }

    @Test
    void installsACluster() {
        HttpResponse<String> answer = send("POST", "/v1/cluster", ARGS, "Content-Type", "application/json");

        assertAnswer(answer, 200, "{\"msg\":\"createCluster Success\",\"data\":" + JOB.formatted("", "Pending") + "}");
        assertThat(clusters().last())
                .isEqualTo("install ClusterArgs[name=fate-9999, namespace=fate, chartName=fate, chartVersion=v1.5.0, "
                        + "cover=true, data=bmFtZTogYQ==, keepUpgradeJob=false, timeLimit=null, rollbackOnFailure=null, "
                        + "recreate=null, purge=null] "
                        + "by operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-8"})
    void readsJsonWhateverTheContentTypeSays(String type) {
        HttpResponse<String> answer = type.isEmpty()
                ? send("POST", "/v1/cluster/", ARGS)
                : send("POST", "/v1/cluster/", ARGS, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(clusters().last()).startsWith("install ClusterArgs[name=fate-9999");
    }

    @Test
    void readsNamesInAnyCaseAndUnknownFields() {
        send("POST", "/v1/cluster", "{\"Name\":\"a\",\"CHART_NAME\":\"fate\",\"keep_upgrade_job\":true,\"new\":[1]}");

        assertThat(clusters().last()).contains("name=a,", "chartName=fate,", "keepUpgradeJob=true,");
    }

    @Test
    void showsWhatAnInstallWouldDo() {
        assertAnswer(
                send("POST", "/v1/cluster?dryRun=true", ARGS),
                200,
                "{\"msg\":\"createCluster dry run Success\",\"data\":{\"manifests\":\"kind: Service\\n\",\"warnings\":["
                        + "{\"severity\":\"warning\",\"path\":\"host\",\"line\":3,\"message\":\"unused\"}]}}");
        assertThat(clusters().last()).startsWith("dryRun ");
    }

    @Test
    void updatesACluster() {
        assertAnswer(
                send("PUT", "/v1/cluster/", ARGS),
                200,
                "{\"msg\":\"setCluster Success\",\"data\":" + JOB.formatted("c-1", "Pending") + "}");
        assertThat(updates().last()).isEqualTo("update fate-9999 by operator");
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/cluster/plan", "PUT, /v1/cluster?dryRun=true"})
    void showsWhatWouldChange(String method, String path) {
        assertAnswer(
                send(method, path, ARGS.replace("}", ",\"recreate\":true}")),
                200,
                "{\"msg\":\"planCluster Success\",\"data\":" + PLAN.formatted("update") + "}");
        assertThat(updates().last()).isEqualTo("plan fate-9999 true");
    }

    @Test
    void listsTheRevisionsOfACluster() {
        assertAnswer(
                send("GET", "/v1/cluster/c-1/revision"),
                200,
                "{\"msg\":\"getRevisionList Success\",\"data\":[" + REVISION.formatted("") + "]}");
    }

    @Test
    void showsARevision() {
        assertAnswer(
                send("GET", "/v1/cluster/c-1/revision/1"),
                200,
                "{\"msg\":\"getRevision Success\",\"data\":"
                        + REVISION.formatted(",\"spec\":\"name: a\",\"manifests\":\"name: a\"") + "}");
    }

    @ParameterizedTest
    @CsvSource({"?to=2, Optional[2]", "'', Optional.empty"})
    void comparesRevisions(String query, String to) {
        assertAnswer(
                send("GET", "/v1/cluster/c-1/revision/1/diff" + query),
                200,
                "{\"msg\":\"getRevisionDiff Success\",\"data\":{\"from\":1,\"to\":2,\"spec\":"
                        + "[{\"path\":\"partyId\",\"before\":\"1\",\"after\":\"2\"}],\"objects\":[]}}");
        assertThat(revisions().last()).isEqualTo("diff c-1 1 " + to);
    }

    @Test
    void rollsAClusterBack() {
        assertAnswer(
                send("POST", "/v1/cluster/c-1/revision/1/rollback", "{\"purge\":true}"),
                200,
                "{\"msg\":\"rollbackCluster Success\",\"data\":" + JOB.formatted("c-1", "Pending") + "}");
        assertThat(revisions().last())
                .isEqualTo("rollback c-1 1 RollbackArgs[timeLimit=null, recreate=null, purge=true] by operator");
    }

    @Test
    void showsWhatARollbackWouldDo() {
        assertAnswer(
                send("POST", "/v1/cluster/c-1/revision/1/rollback?dryRun=true", "{}"),
                200,
                "{\"msg\":\"planCluster Success\",\"data\":" + PLAN.formatted("rollback") + "}");
    }

    @Test
    void checksACluster() {
        assertAnswer(
                send("POST", "/v1/cluster/c-1/check", ""),
                200,
                "{\"msg\":\"checkCluster Success\",\"data\":" + JOB.formatted("c-1", "Pending") + "}");
        assertThat(((TestService) SERVICE.getApplication()).checks.last()).isEqualTo("check c-1 by operator");
    }

    @Test
    void listsTheImagesOfACluster() {
        assertAnswer(
                send("POST", "/v1/cluster/images", ARGS),
                200,
                "{\"msg\":\"getClusterImages Success\",\"data\":[{\"image\":\"fate/python:1\",\"registry\":\"docker.io\","
                        + "\"used_by\":[" + USE + "]}]}");
        assertThat(images().last())
                .isEqualTo("list ClusterArgs[name=fate-9999, namespace=fate, chartName=fate, chartVersion=v1.5.0, "
                        + "cover=false, data=bmFtZTogYQ==, keepUpgradeJob=false, timeLimit=null, rollbackOnFailure=null, "
                        + "recreate=null, purge=null]");
    }

    @Test
    void checksTheImagesOfACluster() {
        assertAnswer(
                send("POST", "/v1/cluster/images/?check=true", ARGS.replace("}", ",\"docker_config\":\"e30=\"}")),
                200,
                "{\"msg\":\"getClusterImages Success\",\"data\":[{\"image\":\"fate/python:1\",\"registry\":\"docker.io\","
                        + "\"used_by\":[" + USE + "],\"status\":\"missing\",\"reason\":\"there is none\"}],"
                        + "\"warnings\":[{\"severity\":\"warning\",\"path\":\"imagePullSecrets\",\"line\":0,"
                        + "\"message\":\"unreadable\"}]}");
        assertThat(images().last())
                .startsWith("check ClusterArgs[name=fate-9999")
                .endsWith(" with e30=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"name\":", "{\"cover\":\"perhaps\"}", "x"})
    void refusesABodyThatIsNoRequest(String body) {
        HttpResponse<String> answer = send("POST", "/v1/cluster", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"the request").endsWith("\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void refusesABodyOfManyMegabytes() {
        HttpResponse<String> answer = send("POST", "/v1/cluster", "{\"data\":\"" + "x".repeat(5_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 4194304 bytes");
    }

    @Test
    void listsClusters() {
        assertAnswer(send("GET", "/v1/cluster/"), 200, "{\"msg\":\"getClusterList Success\",\"data\":[]}");
        assertAnswer(
                send("GET", "/v1/cluster?all=true"),
                200,
                "{\"msg\":\"getClusterList Success\",\"data\":[" + CLUSTER.formatted("", "") + "]}");
    }

    @Test
    void showsACluster() {
        String info = "\"Info\":{\"dashboard\":[\"9999.fateboard.example.com\"],\"ip\":\"10.0.0.1\",\"port\":30091,"
                + "\"pod\":[\"python-0\"],\"status\":{\"modules\":{\"python\":\"Running\"}},\"reasons\":[],"
                + "\"observedAt\":\"2020-11-13T07:22:53.123456Z\"},";

        assertAnswer(
                send("GET", "/v1/cluster/c-1"),
                200,
                "{\"msg\":\"getCluster Success\",\"data\":"
                        + CLUSTER.formatted("\"Spec\":{\"name\":\"fate-9999\"},", info)
                        + "}");
    }

    @Test
    void anUnknownClusterIsNotFound() {
        assertAnswer(send("GET", "/v1/cluster/c-2"), 404, "{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void aDefectOfOursTellsAnIdAndNoDetail() {
        HttpResponse<String> answer = send("GET", "/v1/cluster/defect");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .matches(
                        "\\{\"error\":\"internal error; the log has more under id [0-9a-f-]{36}\",\"code\":\"INTERNAL\"}");
    }

    @ParameterizedTest
    @CsvSource({"/v1/cluster/c-1,false", "/v1/cluster/c-1?purge=true,true", "/v1/cluster/c-1/?purge=true,true"})
    void deletesACluster(String path, boolean purge) {
        assertAnswer(
                send("DELETE", path, "null", "Content-Type", "application/json"),
                200,
                "{\"msg\":\"deleteCluster Success\",\"data\":" + JOB.formatted("c-1", "Pending") + "}");
        assertThat(clusters().last()).isEqualTo("delete c-1 " + purge + " by operator");
    }

    @Test
    void listsJobs() {
        assertAnswer(send("GET", "/v1/job"), 200, "{\"msg\":\"getJobList Success\",\"data\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/job/j-1", "/v1/job/j-1/"})
    void showsAJob(String path) {
        assertAnswer(
                send("GET", path, "null", "Content-Type", "application/json"),
                200,
                "{\"msg\":\"getJob Success\",\"data\":" + JOB.formatted("c-1", "Running") + "}");
    }

    @Test
    void showsTheStepsOfAJobWithTheirLogs() {
        assertAnswer(
                send("GET", "/v1/job/j-1/steps"),
                200,
                "{\"msg\":\"getJobSteps Success\",\"data\":[{\"name\":\"migrate\",\"images\":[\"mysql:8\"],"
                        + "\"status\":\"Failed\",\"start_time\":\"2020-11-13T07:22:53.123456Z\","
                        + "\"end_time\":\"2020-11-13T07:22:53.123456Z\",\"message\":\"exit code 1\","
                        + "\"log\":\"no table\\n\"}]}");
    }

    @Test
    void stopsAJob() {
        assertAnswer(
                send("PUT", "/v1/job/j-1?jobStatus=stop", "null"),
                200,
                "{\"msg\":\"stop Job Success\",\"data\":\"Stop Job Success\"}");
        assertThat(jobs().last()).isEqualTo("stop j-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/job/j-1", "/v1/job/j-1?jobStatus=", "/v1/job/j-1?jobStatus=pause"})
    void nothingButAStopCanBeAskedOfAJob(String path) {
        assertAnswer(send("PUT", path), 400, "{\"error\":\"jobStatus error\",\"code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void removesAJobFromTheList() {
        assertAnswer(send("DELETE", "/v1/job/j-1"), 200, "{\"msg\":\"delete Job Success\"}");
        assertThat(jobs().last()).isEqualTo("delete j-1");
    }

    @Test
    void listsCharts() {
        assertAnswer(send("GET", "/v1/chart/"), 200, "{\"msg\":\"getChartList Success\",\"data\":[" + CHART + "]}");
    }

    @Test
    void showsAChart() {
        assertAnswer(send("GET", "/v1/chart/h-1"), 200, "{\"msg\":\"getChart Success\",\"data\":" + CHART + "}");
    }

    @Test
    void givesAnExample() {
        assertAnswer(
                send("GET", "/v1/chart/valueTemplateExample/fate/v1.5.0"),
                200,
                "{\"msg\":\"getChartByNameVersion Success\",\"data\":\"chartName: fate\\nchartVersion: v1.5.0\\n\"}");
    }

    @Test
    void listsNamespaces() {
        assertAnswer(
                send("GET", "/v1/namespace/"),
                200,
                "{\"msg\":\"getNamespaceList Success\",\"data\":[{\"Name\":\"fate\",\"Status\":\"Active\","
                        + "\"Labels\":{\"a\":\"b\"},\"Annotations\":{},\"Age\":\"5m\"}]}");
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private static HttpResponse<String> send(String method, String path) {
        return send(method, path, "");
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + TOKEN;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return TestService.send(SERVICE, method, path, body, all);
    }

    private static CannedServices.Clusters clusters() {
        return SERVICE.<TestService>getApplication().clusters;
    }

    private static CannedServices.Updates updates() {
        return SERVICE.<TestService>getApplication().updates;
    }

    private static CannedServices.Revisions revisions() {
        return SERVICE.<TestService>getApplication().revisions;
    }

    private static CannedServices.Images images() {
        return SERVICE.<TestService>getApplication().images;
    }

    private static CannedServices.Jobs jobs() {
        return SERVICE.<TestService>getApplication().jobs;
    }
}
