package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kubefate cluster init}, {@code validate} and {@code schema}, with the examples of the plugins. */
class ClusterFileCommandsTest extends ServiceTest {

    private static final Path PLUGINS = Path.of("..", "plugins");

    private static final String SCHEMA =
            "{\"type\":\"object\",\"required\":[\"partyId\"],\"additionalProperties\":false,"
                    + "\"properties\":{\"name\":{\"type\":\"string\"},\"partyId\":{\"type\":\"integer\"}}}";

    private Path file;

    @BeforeEach
    void serveTwoEngines() throws IOException {
        file = directory.resolve("cluster.yaml");
        service.on(
                "GET /v1/chart/",
                "{\"msg\":\"\",\"data\":["
                        + chart("fate", "v1.5.0", "eggroll", "fate-1.5/src/main/resources/eggroll/example.yaml") + ","
                        + chart("fate", "v1.5.0", "spark", "fate-spark/src/main/resources/spark/example.yaml") + ","
                        + chart("fate-serving", "v2.0.0", "", "fate-serving/src/main/resources/example.yaml")
                        + "]}");
    }

    @Test
    void writesTheExampleWithTheOptions() throws IOException {
        Result result = program.run(
                "cluster",
                "init",
                "--engine=eggroll",
                "--party-id=8888",
                "--name=blue",
                "--registry=registry.example.com/fate",
                "--party=10000=192.168.10.1:30101",
                "--party=7=host.example.com:1");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Wrote cluster.yaml for fate v1.5.0 (eggroll).");
        assertThat(Files.readString(file))
                .contains(
                        "\nname: blue   # name of the cluster\n",
                        "\nnamespace: blue   # made if it is not there\n",
                        "\npartyId: 8888              # this party's number",
                        "\nregistry: registry.example.com/fate   # instead of Docker Hub\n",
                        """
                          partyList:
                            - partyId: 10000
                              partyIp: 192.168.10.1
                              partyPort: 30101
                            - partyId: 7
                              partyIp: host.example.com
                              partyPort: 1

                        nodemanager:
                        """)
                .doesNotContain("9999");
    }

    @Test
    void routesThroughAnExchange() throws IOException {
        program.run("cluster", "init", "--engine=eggroll", "--exchange=192.168.0.9:30000");

        assertThat(Files.readString(file))
                .contains("  exchange:              # a way to the parties that are not listed\n"
                        + "    ip: 192.168.0.9\n"
                        + "    port: 30000\n")
                .doesNotContain("partyList");

        program.run("cluster", "init", "--force", "--engine=eggroll", "--exchange=192.168.0.9:30000", "--party=7=a:1");

        assertThat(Files.readString(file))
                .contains("ip: 192.168.0.9", "partyId: 7")
                .doesNotContain("10000");
    }

    @Test
    void changesThePartyInNamesOfOtherClusters() throws IOException {
        program.run("cluster", "init", "--chart=fate-serving", "--party-id=77");

        assertThat(Files.readString(file))
                .contains(
                        "name: fate-serving-77 ",
                        "ip: fateflow.fate-77\n",
                        "port: 9380",
                        "ingerssHost: 77.serving-proxy");
    }

    @Test
    void asksOnATerminal() throws IOException {
        Result result = program.onTerminal(80).typing("2\n10000\n\nns\n\n").run("cluster", "init");

        assertThat(result.err())
                .isEqualTo("  1. fate v1.5.0 (eggroll)\n  2. fate v1.5.0 (spark)\n  3. fate-serving v2.0.0\n"
                        + "Release [1]: Party ID [9999]: Name [fate-10000]: Namespace [fate-10000]:"
                        + " Registry of the images, empty for Docker Hub: ");
        assertThat(Files.readString(file))
                .contains("name: fate-10000 ", "namespace: ns ", "partyId: 10000 ", "backend: spark", "\n# registry: ");
    }

    @Test
    void overwritesOnlyOnRequest() throws IOException {
        Files.writeString(file, "mine\n");

        Result result = program.run("cluster", "init");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("cluster.yaml exists already. Use --force to overwrite it, or -f for another file.\n");
        assertThat(Files.readString(file)).isEqualTo("mine\n");
        assertThat(program.run("cluster", "init", "--force").exitCode()).isZero();
        assertThat(Files.readString(file)).contains("chartName: fate");
        assertThat(program.run("cluster", "init", "-f", "-").out()).isEqualTo(Files.readString(file));
    }

    @Test
    void explainsARouteThatTheReleaseDoesNotHave() {
        assertThat(program.run("cluster", "init", "--engine=spark", "--party=1=a:2")
                        .err())
                .contains("the example of this release has no partyList", "edit the routes");
        assertThat(program.run("cluster", "init", "--party=a:2").err())
                .contains("invalid --party \"a:2\": use ID=IP:PORT");
        assertThat(program.run("cluster", "init", "--exchange=1=a:2").err()).contains("use IP:PORT");
    }

    @Test
    void listsTheReleasesIfNoneMatches() {
        assertThat(program.run("cluster", "init", "--chart=fete").err())
                .contains(
                        "no such release. The releases are: fate v1.5.0 (eggroll), fate v1.5.0 (spark), fate-serving");
    }

    @Test
    void printsTheSchema() {
        service.on("GET /v1/chart/schema/fate/v1.5.0?engine=spark", "{\"type\":\"object\"}");

        assertThat(program.run("cluster", "schema", "fate", "v1.5.0", "--engine=spark"))
                .isEqualTo(new Result(0, "{\n  \"type\" : \"object\"\n}\n", ""));
        assertThat(program.run("cluster", "schema", "fate/v1.5.0/spark").out()).contains("object");
        assertThat(program.run("cluster", "schema", "fate").err())
                .contains("specify CHART, VERSION and --engine of one of: fate v1.5.0 (eggroll), fate v1.5.0 (spark)");
    }

    /** A service rejects a request that does not accept the type of its response. */
    @Test
    void acceptsTheTypeOfSchemas() {
        service.on("GET /v1/chart/schema/fate/v1.5.0?engine=spark", "{}");

        program.run("cluster", "schema", "fate", "v1.5.0", "--engine=spark");

        assertThat(service.requests())
                .last()
                .satisfies(request -> assertThat(request.header("Accept")).contains("application/schema+json"));
    }

    @Test
    void validatesAFile() throws IOException {
        Files.writeString(file, "name: a\nnamespace: b\nchartName: fate\nchartVersion: v1.5.0\n");
        service.on("POST /v1/cluster?dryRun=true", "{\"msg\":\"\",\"data\":{\"manifests\":\"\",\"warnings\":[]}}");

        assertThat(program.run("cluster", "validate", "-f", "cluster.yaml"))
                .isEqualTo(new Result(0, "cluster.yaml is valid.\n", ""));
        assertThat(service.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"chart_version\":\"v1.5.0\""));
    }

    @Test
    void reportsTheProblemsOfAFile() throws IOException {
        Files.writeString(file, "name: a\n");
        service.on(
                "POST /v1/cluster?dryRun=true",
                422,
                "application/json",
                "{\"error\":\"invalid\",\"code\":\"INVALID_SPEC\",\"problems\":\"[{\\\"severity\\\":\\\"error\\\",\\\"path\\\":\\\"partyId\\\",\\\"line\\\":1,\\\"message\\\":\\\"is"
                        + " required\\\"}]\"}");

        Result result = program.run("cluster", "validate", "-f", "cluster.yaml");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("is required");
    }

    @Test
    void validatesEveryFileOfADirectory() throws IOException {
        Files.createDirectory(directory.resolve("parties"));
        Files.writeString(directory.resolve("parties/a.yaml"), "name: a\n");
        Files.writeString(directory.resolve("parties/b.yaml"), "name: b\n");
        String request = "POST /v1/cluster?dryRun=true";
        service.on(request, 400, "application/json", "{\"error\":\"unknown chart\",\"code\":\"UNKNOWN_RELEASE\"}")
                .on(request, "{\"data\":{\"manifests\":\"\"}}");

        assertThat(program.run("cluster", "validate", "-f", "parties"))
                .isEqualTo(new Result(1, "parties/b.yaml is valid.\n", "parties/a.yaml: unknown chart\n"));
    }

    @Test
    void validatesOfflineAgainstASavedSchema() throws IOException {
        Files.writeString(directory.resolve("s.json"), SCHEMA);
        Files.writeString(file, "name: a\npartyId: 9999\n");

        assertThat(program.run("cluster", "validate", "-f", "cluster.yaml", "--schema", "s.json"))
                .isEqualTo(new Result(0, "cluster.yaml matches the schema.\n", ""));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void reportsOfflineTheProblemsWithTheLinesOfTheFile() throws IOException {
        Files.writeString(directory.resolve("s.json"), SCHEMA);
        Files.writeString(file, "name: a\npartyId: 9999\n---\nname: b\npartyId: none\nextra: 1\n");

        Result result = program.run("cluster", "validate", "-f", "cluster.yaml", "--schema", "s.json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("cluster.yaml, document 1 matches the schema.\n");
        assertThat(result.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("cluster.yaml, document 2: line 5: partyId: "),
                        line -> assertThat(line).startsWith("cluster.yaml, document 2: line 6: extra: "));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void rejectsAFileThatIsNotASchema() throws IOException {
        Files.writeString(file, "name: a\n");

        assertThat(program.run("cluster", "validate", "-f", "cluster.yaml", "--schema", "cluster.yaml"))
                .isEqualTo(new Result(
                        1,
                        "",
                        "cluster.yaml: the schema is not JSON: Unrecognized token 'name': was expecting (JSON String,"
                                + " Number, Array, Object or token 'null', 'true' or 'false')\n"
                                + "Write one with: kubefate cluster schema CHART VERSION\n"));
        assertThat(program.run("cluster", "validate", "-f", "cluster.yaml", "--schema", "none.json")
                        .err())
                .startsWith("cannot read the schema none.json");
    }

    private static String chart(String name, String version, String engine, String example) throws IOException {
        Map<String, String> chart = Map.of(
                "uuid",
                CLUSTER,
                "name",
                name,
                "version",
                version,
                "engine",
                engine,
                "values",
                Files.readString(PLUGINS.resolve(example)));
        return new String(Json.write(chart), StandardCharsets.UTF_8);
    }
}
