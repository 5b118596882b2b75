package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest extends ServiceTest {

    private static final String FATE = "{\"data\":{\"uuid\":\"" + CLUSTER
            + "\",\"name\":\"fate\",\"namespaces\":\"party\",\"status\":\"Running\"}}";

    @BeforeEach
    void respond() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), "name: fate\nnamespace: party\n");
        service.on("GET /v1/cluster/" + CLUSTER, FATE);
        service.on("DELETE /v1/cluster/" + CLUSTER, job("Pending", ""));
        service.on("DELETE /v1/cluster/" + CLUSTER + "?purge=true", job("Pending", ""));
        service.on("GET /v1/job/" + JOB, job("Running", ""));
        service.on("DELETE /v1/job/" + JOB, "{\"msg\":\"delete Job Success\"}");
        service.on("DELETE /v1/plugin/p", "{\"msg\":\"\"}");
        service.on(
                "GET /v1/chart/" + CLUSTER,
                "{\"data\":{\"uuid\":\"" + CLUSTER + "\",\"name\":\"fate\",\"version\":\"v1\",\"plugin\":\"p@1\"}}");
        service.on("DELETE /v1/chart/" + CLUSTER, "{\"msg\":\"deleteChart Success\"}");
        service.on("PUT /v1/cluster", job("Pending", ""));
        service.on("POST /v1/cluster/" + CLUSTER + "/revision/1/rollback", job("Pending", ""));
    }

    @Test
    void asksOnATerminalWhatIsDeleted() {
        Result result = program.onTerminal(80).typing("y\n").run("cluster", "delete", CLUSTER);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Delete the Running cluster party/fate, uuid " + CLUSTER
                        + ", and keep its volume claims and their data? [y/N] ");
        assertThat(changes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster delete 27e37a60-fffb-4031-a76f-990b2ff43cf2 --purge|with its volume claims and all their data?",
                "job delete fe846176-0787-4879-9d27-622692ce181c|which is Running and will be stopped and undone?",
                "plugin remove p|Remove the plugin p from all replicas",
                "chart delete 27e37a60-fffb-4031-a76f-990b2ff43cf2|Remove the plugin p@1 with all its charts",
                "cluster update -f cluster.yaml --purge|unused volume claims of party/fate with all their data?",
                "cluster rollback 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 --purge|unused volume claims of cluster 27e37a60",
                "apply -f cluster.yaml --purge|unused volume claims of party/fate with all their data?"
            })
    void changesNothingWithoutAYes(String command, String question) {
        Result result = program.onTerminal(80).typing("\n").run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains(question);
        assertThat(result.err()).isEqualTo("canceled\n");
        assertThat(changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster delete 27e37a60-fffb-4031-a76f-990b2ff43cf2 --purge",
                "job delete fe846176-0787-4879-9d27-622692ce181c",
                "plugin remove p",
                "chart delete 27e37a60-fffb-4031-a76f-990b2ff43cf2",
                "cluster update -f cluster.yaml --purge",
                "cluster rollback 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 --purge"
            })
    void yesSkipsTheQuestionAndScriptsAreNotAsked(String command) {
        assertThat(program.run(command.split(" ")).out()).doesNotContain("[y/N]");
        assertThat(changes()).isEqualTo(1);

        Result confirmed = program.onTerminal(80).run((command + " --yes").split(" "));
        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.out()).doesNotContain("[y/N]");
        assertThat(changes()).isEqualTo(2);
    }

    private long changes() {
        return service.requests().stream()
                .filter(request -> !request.line().startsWith("GET"))
                .count();
    }
}
