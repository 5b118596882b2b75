package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCommandsTest extends ServiceTest {

    @BeforeEach
    void writeAJar() throws IOException {
        Files.writeString(directory.resolve("demo.jar"), "the jar");
    }

    @Test
    void listsPluginsWithTheirReleasesOrReasons() {
        service.on(
                "GET /v1/plugin/",
                "{\"msg\":\"\",\"data\":[" + plugin("loaded", "") + ","
                        + "{\"id\":\"\",\"version\":\"\",\"state\":\"refused\",\"reason\":\"it is no jar\","
                        + "\"file\":\"x.jar\",\"size\":2}]}");

        assertThat(program.run("plugin", "ls").out())
                .isEqualTo("ID  \tVERSION\tSTATE  \tCLUSTERS\tFILE    \tSERVES / REASON\n"
                        + "demo\t1.0.0  \tloaded \t1       \tdemo.jar\tdemo v1 (eggroll)\n"
                        + "    \t       \trefused\t0       \tx.jar   \tit is no jar\n\n");
    }

    @Test
    void describesAPlugin() {
        service.on("GET /v1/plugin/demo", reply("loaded", ""));

        assertThat(program.run("plugin", "describe", "demo").out())
                .contains("State      \tloaded\n", "Serves     \tdemo v1 (eggroll)\n", "Signer     \tCN=author\n")
                .contains("File       \tdemo.jar, 7 bytes, by upload\n")
                .contains("Changed    \t2020-11-13 07:22:53 by admin\n")
                .contains("Clusters   \t" + CLUSTER + "  alpha in namespace party\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void describesAPluginAsJsonOrYaml(String format) {
        service.on("GET /v1/plugin/demo", reply("loaded", ""));

        assertThat(program.run("plugin", "describe", "demo", "-o", format).out())
                .contains("changedBy", "2020-11-13T07:22:53Z")
                .doesNotContain("loadedAt");
    }

    @Test
    void installsAPluginFromAFile() {
        service.on("POST /v1/plugin", reply("loaded", ""));

        Result result = program.run("plugin", "install", "-f", "demo.jar");

        assertThat(result)
                .isEqualTo(new Result(0, "plugin demo 1.0.0 is installed; it serves demo v1 (eggroll)\n", ""));
        StubService.Request request = service.requests().get(0);
        assertThat(request.header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.header("Content-length"))
                .isEqualTo(String.valueOf(request.body().length()));
        assertThat(request.body())
                .contains("Content-Disposition: form-data; name=\"file\"; filename=\"demo.jar\"\r\n")
                .contains("\r\n\r\nthe jar\r\n--");
    }

    @Test
    void showsTheProgressOfAnUploadOnATerminal() throws IOException {
        Files.write(directory.resolve("demo.jar"), new byte[1 << 20]);
        service.on("POST /v1/plugin", reply("loaded", ""));

        assertThat(program.onTerminal(80)
                        .run("plugin", "install", "-f", "demo.jar")
                        .err())
                .contains("uploading 0%", "uploading 100%")
                .endsWith("\r\u001B[2K");
    }

    @Test
    void failsIfAnInstalledPluginCannotBeLoaded() {
        service.on("POST /v1/plugin", reply("rejected", "its release is already served"));

        Result result = program.run("plugin", "install", "-f", "demo.jar");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("plugin demo 1.0.0 is installed, but it cannot be loaded: its release is already served\n");
    }

    @Test
    void printsTheServicesError() {
        service.on(
                "POST /v1/plugin",
                400,
                "application/json",
                "{\"error\":\"it is larger than 5 bytes\",\"code\":\"PLUGIN_REFUSED\"}");

        assertThat(program.run("plugin", "install", "-f", "demo.jar"))
                .isEqualTo(new Result(1, "", "it is larger than 5 bytes\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin install", "plugin upgrade demo", "chart upload"})
    void reportsAMissingFile(String command) {
        Result result = program.run((command + " -f absent.jar").split(" "));

        assertThat(result).isEqualTo(new Result(1, "", "absent.jar: no such file\n"));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void upgradesAPlugin() {
        service.on("PUT /v1/plugin/demo", reply("loaded", ""))
                .on("PUT /v1/plugin/demo?force=true", reply("disabled", ""));

        assertThat(program.run("plugin", "upgrade", "demo", "-f", "demo.jar").out())
                .isEqualTo("plugin demo 1.0.0 is installed; it serves demo v1 (eggroll)\n");
        assertThat(program.run("plugin", "upgrade", "demo", "-f", "demo.jar", "--force")
                        .out())
                .isEqualTo("plugin demo 1.0.0 is installed\n");
    }

    @Test
    void disablesAndEnablesAPlugin() {
        service.on("PUT /v1/plugin/demo/enabled", reply("disabled", ""))
                .on("PUT /v1/plugin/demo/enabled", reply("loaded", ""));

        assertThat(program.run("plugin", "disable", "demo").out()).isEqualTo("plugin demo 1.0.0 is disabled\n");
        assertThat(program.run("plugin", "enable", "demo").out())
                .isEqualTo("plugin demo 1.0.0 is enabled; it serves demo v1 (eggroll)\n");
        assertThat(service.requests()).extracting(StubService.Request::body).containsExactly("false", "true");
    }

    @Test
    void removesAPlugin() {
        String inUse = "{\"error\":\"plugin demo is used by alpha\",\"code\":\"PLUGIN_IN_USE\"}";
        service.on("DELETE /v1/plugin/demo", 409, "application/json", inUse)
                .on("DELETE /v1/plugin/demo?force=true", "{\"msg\":\"deletePlugin Success\"}");

        assertThat(program.run("plugin", "remove", "demo"))
                .isEqualTo(new Result(1, "", "plugin demo is used by alpha\n"));
        assertThat(program.run("plugin", "del", "demo", "--force"))
                .isEqualTo(new Result(0, "plugin demo is removed\n", ""));
    }

    @Test
    void uploadsAndDeletesCharts() {
        service.on("POST /v1/chart", "{\"msg\":\"CreateChart Success\",\"data\":{\"helmUUID\":\"" + CLUSTER + "\"}}")
                .on("DELETE /v1/chart/" + CLUSTER, "{\"msg\":\"deleteChart Success\"}");

        assertThat(program.run("chart", "upload", "-f", "demo.jar"))
                .isEqualTo(new Result(0, "Upload file Success\n", ""));
        assertThat(program.run("chart", "del", CLUSTER)).isEqualTo(new Result(0, "deleteChart Success\n", ""));
    }

    private static String reply(String state, String reason) {
        return "{\"msg\":\"\",\"data\":" + plugin(state, reason) + "}";
    }

    private static String plugin(String state, String reason) {
        return "{\"id\":\"demo\",\"version\":\"1.0.0\",\"state\":\"" + state + "\",\"reason\":\"" + reason + "\","
                + "\"releases\":[\"demo v1 (eggroll)\"],\"provider\":\"\",\"description\":\"\",\"signer\":\"CN=author\","
                + "\"file\":\"demo.jar\",\"sha256\":\"ab12\",\"size\":7,\"source\":\"upload\","
                + "\"installedAt\":\"2020-11-13T07:22:53Z\",\"changedBy\":\"admin\","
                + "\"changedAt\":\"2020-11-13T07:22:53Z\",\"clusters\":[{\"uuid\":\"" + CLUSTER
                + "\",\"name\":\"alpha\",\"namespace\":\"party\"}]}";
    }
}
