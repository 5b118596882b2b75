package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterImagesTest extends ServiceTest {

    private static final String YAML = """
            name: fate-9999
            namespace: fate-9999
            chartName: fate
            chartVersion: v1.5.0
            """;

    private static final String USES = "\"used_by\":[{\"module\":\"python\",\"workload\":\"Deployment/python\","
            + "\"container\":\"wait\",\"init\":true,\"pull_policy\":\"Always\"},{\"module\":\"python\","
            + "\"workload\":\"Deployment/python\",\"container\":\"python\",\"init\":false,\"pull_policy\":\"Always\"}]";

    private static final String LIST =
            reply(image("harbor.example/python:1", "harbor.example", "") + "," + image("mysql:8", "docker.io", ""));

    @BeforeEach
    void writeClusterFile() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), YAML);
    }

    @Test
    void printsOneImageOnALineIntoAPipe() {
        service.on("POST /v1/cluster/images", LIST);

        assertThat(program.run("cluster", "images", "-f", "cluster.yaml"))
                .isEqualTo(new Result(0, "harbor.example/python:1\nmysql:8\n", ""));
    }

    @Test
    void printsATableWithTheUsesOnATerminal() {
        service.on("POST /v1/cluster/images", LIST);

        assertThat(program.onTerminal(100)
                        .run("cluster", "images", "-f", "cluster.yaml")
                        .out())
                .isEqualTo("""
                        IMAGE                     USED BY
                        harbor.example/python:1   Deployment/python wait (init)
                                                  Deployment/python python
                        mysql:8                   Deployment/python wait (init)
                                                  Deployment/python python
                        """);
    }

    @Test
    void printsEverythingForPrograms() {
        service.on("POST /v1/cluster/images", LIST);

        assertThat(program.run("cluster", "images", "-f", "cluster.yaml", "-o", "yaml")
                        .out())
                .startsWith("""
                        - image: harbor.example/python:1
                          registry: harbor.example
                          used_by:
                          - module: python
                            workload: Deployment/python
                            container: wait
                            init: true
                            pull_policy: Always
                        """)
                .doesNotContain("status");
        assertThat(program.run("cluster", "images", "-f", "cluster.yaml", "-o", "table")
                        .out())
                .startsWith("IMAGE");
    }

    @Test
    void sendsTheFileUnchanged() {
        service.on("POST /v1/cluster/images", LIST);

        program.run("cluster", "images", "-f", "cluster.yaml");

        assertThat(service.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .isEqualTo("{\"name\":\"fate-9999\",\"namespace\":\"fate-9999\",\"chart_name\":\"fate\","
                                + "\"chart_version\":\"v1.5.0\",\"data\":\"" + base64(YAML) + "\"}"));
    }

    @Test
    void showsWarningsOnTheErrorOutput() {
        service.on(
                "POST /v1/cluster/images",
                LIST.replace(
                        "]}]}",
                        "]}],\"warnings\":[{\"severity\":\"warning\",\"path\":\"imagePullSecrets\",\"line\":0,"
                                + "\"message\":\"there is no secret\"}]}"));

        Result result = program.run("cluster", "images", "-f", "cluster.yaml");

        assertThat(result.out()).isEqualTo("harbor.example/python:1\nmysql:8\n");
        assertThat(result.err()).isEqualTo(lines("Config Warning: imagePullSecrets: there is no secret"));
    }

    @Test
    void failsIfAnImageIsMissing() {
        service.on(
                "POST /v1/cluster/images?check=true",
                reply(image("a:1", "docker.io", ",\"status\":\"present\"") + ","
                        + image("b:1", "docker.io", ",\"status\":\"missing\",\"reason\":\"docker.io has no b 1\"")));

        assertThat(program.run("cluster", "images", "-f", "cluster.yaml", "--check"))
                .isEqualTo(new Result(
                        1, "IMAGE\tSTATUS \tREASON\na:1  \tpresent\nb:1  \tmissing\tdocker.io has no b 1\n\n", ""));
    }

    @Test
    void succeedsIfAllImagesArePresent() {
        service.on("POST /v1/cluster/images?check=true", reply(image("a:1", "docker.io", ",\"status\":\"present\"")));

        Result result = program.run("cluster", "images", "-f", "cluster.yaml", "--check", "-o", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"status\" : \"present\"");
    }

    @Test
    void sendsOnlyTheLoginsOfTheImagesRegistries() throws IOException {
        service.on("POST /v1/cluster/images", LIST);
        service.on("POST /v1/cluster/images?check=true", reply(""));
        Files.writeString(directory.resolve("config.json"), """
                {"auths": {"https://index.docker.io/v1/": {"auth": "aHVi"}, "harbor.example": {"auth": "aGFyYm9y"},
                           "other.example": {"auth": "b3RoZXI="}}, "HttpHeaders": {"X": "y"}}
                """);

        program.run("cluster", "images", "-f", "cluster.yaml", "--check", "--docker-config", "config.json");

        String sent = base64("{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"aHVi\"},"
                + "\"harbor.example\":{\"auth\":\"aGFyYm9y\"}}}");
        assertThat(service.requests().get(0).body()).doesNotContain("docker_config");
        assertThat(service.requests().get(1).body()).contains("\"docker_config\":\"" + sent + "\"");
    }

    @Test
    void reportsMissingLoginsWithoutQuotingTheFile() throws IOException {
        service.on("POST /v1/cluster/images", LIST);
        Files.writeString(directory.resolve("store.json"), "{\"auths\":{\"harbor.example\":{}},\"credsStore\":\"x\"}");
        Files.writeString(directory.resolve("broken.json"), "{\"auths\":{\"harbor.example\":{\"auth\":secret-text");

        assertThat(checkWith("store.json"))
                .contains("store.json has no login with a password for harbor.example, docker.io");
        assertThat(checkWith("broken.json"))
                .contains("broken.json, or it is not a Docker configuration")
                .doesNotContain("secret-text");
        assertThat(checkWith("absent.json")).contains("absent.json, or it is not");
    }

    @Test
    void aLoginRequiresACheck() {
        Result result = program.run("cluster", "images", "-f", "cluster.yaml", "--docker-config", "config.json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--check");
    }

    private String checkWith(String file) {
        Result result = program.run("cluster", "images", "-f", "cluster.yaml", "--check", "--docker-config", file);
        assertThat(result.exitCode()).isEqualTo(1);
        return result.err();
    }

    private static String reply(String images) {
        return "{\"msg\":\"getClusterImages Success\",\"data\":[" + images + "]}";
    }

    private static String image(String name, String registry, String more) {
        return "{\"image\":\"" + name + "\",\"registry\":\"" + registry + "\"," + USES + more + "}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
