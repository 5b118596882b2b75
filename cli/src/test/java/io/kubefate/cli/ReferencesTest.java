package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest extends ServiceTest {

    private static final String OTHER_CLUSTER = "27e3aaaa-fffb-4031-a76f-990b2ff43cf2";
    private static final String OTHER_JOB = "fe84aaaa-0787-4879-9d27-622692ce181c";

    @BeforeEach
    void respondWithTwoClusters() {
        service.on(
                "GET /v1/cluster/",
                "{\"msg\":\"\",\"data\":[" + cluster(CLUSTER, "fate-9999", "party-a") + ","
                        + cluster(OTHER_CLUSTER, "fate-9999", "party-b") + ","
                        + cluster("aaaaaaaa-fffb-4031-a76f-990b2ff43cf2", "serving", "party-b") + "]}");
        service.on(
                "GET /v1/job/",
                "{\"msg\":\"\",\"data\":[" + listedJob(JOB, CLUSTER, "2020-11-13T07:22:53Z") + ","
                        + listedJob(OTHER_JOB, CLUSTER, "2020-11-13T07:22:54Z") + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"party-a/fate-9999", "27e37", "27E37A60", "27e37a60-fff", CLUSTER, "fate-9999 -n party-a"})
    void findsAClusterByNameOrUuid(String reference) {
        service.on("GET /v1/cluster/" + CLUSTER + "/revision", "{\"data\":[]}");

        Result result = program.run(("cluster history " + reference).split(" "));

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aCompleteUuidNeedsNoSearch() {
        service.on("GET /v1/cluster/" + CLUSTER + "/revision", "{\"data\":[]}");

        program.run("cluster", "history", CLUSTER, "-n", "any");

        assertThat(service.requests())
                .extracting(StubService.Request::line)
                .containsExactly("GET /v1/cluster/" + CLUSTER + "/revision");
    }

    @ParameterizedTest
    @CsvSource({
        "fate-9999 -n party-a, text=fate-9999",
        "27e37a60, text=27e37a60",
        "party-a/fate-9999, name=fate-9999&namespace=party-a"
    })
    void theServiceSelectsTheClusters(String reference, String query) {
        service.on("GET /v1/cluster/?" + query, "{\"data\":[" + cluster(CLUSTER, "fate-9999", "party-a") + "]}");
        service.on("GET /v1/cluster/" + CLUSTER + "/revision", "{\"data\":[]}");

        program.run(("cluster history " + reference).split(" "));

        assertThat(service.requests())
                .extracting(StubService.Request::line)
                .containsExactly("GET /v1/cluster/?" + query, "GET /v1/cluster/" + CLUSTER + "/revision");
    }

    @Test
    void anAmbiguousNameListsTheCandidates() {
        assertThat(program.run("cluster", "delete", "fate-9999"))
                .isEqualTo(new Result(1, "", """
                    fate-9999 matches 2 clusters; use a UUID:
                      %s  party-a/fate-9999  Running
                      %s  party-b/fate-9999  Running
                    """.formatted(CLUSTER, OTHER_CLUSTER)));
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates() {
        assertThat(program.run("cluster", "describe", "27e3").err()).contains("27e3 matches 2 clusters", CLUSTER);
        assertThat(program.run("job", "describe", "fe84").err())
                .contains("fe84 matches 2 jobs", JOB + "  ClusterInstall Running 2020-11-13T07:22:53Z");
    }

    @Test
    void anUnknownNameListsSimilarOnes() {
        assertThat(program.run("cluster", "describe", "fate-999").err())
                .isEqualTo("no cluster fate-999; did you mean party-a/fate-9999, party-b/fate-9999?\n");
        assertThat(program.run("cluster", "describe", "srving", "-n", "party-b").err())
                .isEqualTo("no cluster srving in namespace party-b; did you mean party-b/serving?\n");
        assertThat(program.run("cluster", "describe", "fate-9999", "-n", "party-c"))
                .isEqualTo(new Result(
                        1,
                        "",
                        "no cluster fate-9999 in namespace party-c; kubefate cluster list shows the clusters\n"));
    }

    @Test
    void aNameWithANamespacePrecedesTheNamespaceOfTheContext() throws IOException {
        program = withNamespace("party-b");
        service.on("GET /v1/cluster/" + CLUSTER + "/revision", "{\"data\":[]}");

        assertThat(program.run("cluster", "history", "party-a/fate-9999").exitCode())
                .isZero();
    }

    @Test
    void theNamespaceOfTheContextIsThatOfAFileWithoutOne() throws IOException {
        program = withNamespace("party-b");
        Files.writeString(directory.resolve("none.yaml"), "name: a\n");
        Files.writeString(directory.resolve("other.yaml"), "name: b\nnamespace: other\n");
        service.on("POST /v1/cluster", job("Pending", ""));

        program.run("cluster", "install", "-f", "none.yaml", "-f", "other.yaml");

        assertThat(service.requests())
                .extracting(StubService.Request::body)
                .satisfiesExactly(
                        none -> assertThat(none).contains("\"namespace\":\"party-b\""),
                        other -> assertThat(other).contains("\"namespace\":\"other\""));
    }

    @Test
    void threeDigitsAreTooFew() {
        assertThat(program.run("cluster", "describe", "aaa").err()).startsWith("no cluster aaa;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../cluster", "a/b/c/d", "a?b", ""})
    void rejectsWhatCannotBeAName(String reference) {
        Result result = program.run("cluster", "describe", reference);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("invalid UUID or name: " + reference);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void describesTheNewestJobOfACluster() {
        service.on("GET /v1/job/" + OTHER_JOB, job("Success", ""));

        assertThat(program.run("job", "describe", "--cluster", "party-a/fate-9999")
                        .exitCode())
                .isZero();
        assertThat(program.run("job", "describe", "--cluster", "serving").err())
                .contains("aaaaaaaa-fffb-4031-a76f-990b2ff43cf2 has no job");
    }

    @Test
    void selectsAJobInOneWay() {
        assertThat(program.run("job", "describe").exitCode()).isEqualTo(2);
        assertThat(program.run("job", "wait", JOB, "--cluster", "fate-9999").err())
                .contains("specify either JOB or --cluster");
    }

    @Test
    void findsAChartByItsNameAndVersion() {
        service.on(
                "GET /v1/chart/",
                "{\"data\":[" + chart(CLUSTER, "v1.5.0", "eggroll") + "," + chart(OTHER_CLUSTER, "v1.6.0", "spark")
                        + "]}");
        service.on("GET /v1/chart/" + OTHER_CLUSTER, "{\"data\":" + chart(OTHER_CLUSTER, "v1.6.0", "spark") + "}");

        assertThat(program.run("chart", "describe", "fate/v1.6.0").out()).contains("v1.6.0");
        assertThat(program.run("chart", "describe", "fate").err())
                .contains("fate matches 2 charts", CLUSTER + "  fate/v1.5.0/eggroll");
    }

    @Test
    void namesAChartWithoutAnEngineByWhatCommandsAccept() {
        service.on("GET /v1/chart/", "{\"data\":[" + chart(CLUSTER, "v2.0.0", "") + "]}");
        service.on("GET /v1/chart/" + CLUSTER, "{\"data\":" + chart(CLUSTER, "v2.0.0", "") + "}");

        String name = program.run("chart", "list", "-o", "name").out().strip();

        assertThat(name).isEqualTo("fate/v2.0.0");
        assertThat(program.run("chart", "describe", name).exitCode()).isZero();
        assertThat(program.run("chart", "describe", "fate/v2").err()).contains("did you mean fate/v2.0.0?");
    }

    private CommandLineRunner withNamespace(String namespace) throws IOException {
        Path file = directory.resolve("home/.kubefate/config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "current-context: test\ncontexts:\n  test: {server: 'http://" + service.address()
                        + "', api-token: kft_a, namespace: " + namespace + "}\n");
        return new CommandLineRunner(directory);
    }

    private static String cluster(String uuid, String name, String namespace) {
        return "{\"uuid\":\"" + uuid + "\",\"name\":\"" + name + "\",\"namespaces\":\"" + namespace
                + "\",\"status\":\"Running\"}";
    }

    private static String listedJob(String uuid, String cluster, String start) {
        return "{\"uuid\":\"" + uuid + "\",\"cluster_id\":\"" + cluster + "\",\"start_time\":\"" + start
                + "\",\"method\":\"ClusterInstall\",\"status\":\"Running\"}";
    }

    private static String chart(String uuid, String version, String engine) {
        return "{\"uuid\":\"" + uuid + "\",\"name\":\"fate\",\"version\":\"" + version + "\",\"engine\":\"" + engine
                + "\"}";
    }
}
