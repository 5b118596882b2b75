package io.kubefate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExecEndTest {

    @Test
    void successIsZero() {
        assertThat(end("{\"metadata\":{},\"status\":\"Success\"}")).isEqualTo(new ExecEnd(0, ""));
    }

    @Test
    void theExitCodeStandsInACause() {
        assertThat(
                        end(
                                "{\"status\":\"Failure\",\"message\":\"command terminated with non-zero exit code\","
                                        + "\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"7\"}]}}"))
                .isEqualTo(new ExecEnd(7, ""));
    }

    @Test
    void whatDidNotRunSaysWhy() {
        assertThat(end("{\"status\":\"Failure\",\"message\":\"no such program\"}"))
                .isEqualTo(new ExecEnd(1, "no such program"));
        assertThat(end("nonsense")).isEqualTo(new ExecEnd(1, "the command failed"));
    }

    private static ExecEnd end(String status) {
        return ExecEnd.of(status.getBytes(StandardCharsets.UTF_8));
    }
}
