package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 0 means that the output was written. */
class OutputTest extends ServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completion",
                "--help",
                "--version",
                "help cluster",
                "cluster list --help",
                "cluster list",
                "cluster list -o json",
                "cluster list -o yaml",
                "cluster reconcile " + CLUSTER,
                "job stop " + JOB
            })
    void aCommandFailsIfItsOutputCannotBeWritten(String command) {
        service.on("GET /v1/cluster/", "{\"msg\":\"\",\"data\":[]}");
        service.on("POST /v1/cluster/" + CLUSTER + "/drift/reconcile", "{\"msg\":\"nothing to do\"}");
        service.on("PUT /v1/job/" + JOB + "?jobStatus=stop", "{\"msg\":\"\",\"data\":\"Stop Job Success\"}");

        Result result = program.onFullDisk().run(command.split(" "));

        assertThat(result.err()).isEqualTo("cannot write the output; it is incomplete\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aCommandEndsSilentlyIfNobodyReadsItsOutput() {
        service.on("GET /v1/cluster/", "{\"msg\":\"\",\"data\":[]}");

        assertThat(program.toClosedPipe().run("cluster", "list")).isEqualTo(new Result(141, "", ""));
        assertThat(program.run("completion")).isEqualTo(new Result(141, "", ""));
        assertThat(program.run("--help")).isEqualTo(new Result(141, "", ""));
    }
}
