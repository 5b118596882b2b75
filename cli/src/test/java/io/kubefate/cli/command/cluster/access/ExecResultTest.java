package io.kubefate.cli.command.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExecResultTest {

    @Test
    void successHasExitCodeZero() {
        assertThat(end("{\"metadata\":{},\"status\":\"Success\"}")).isEqualTo(new ExecResult(0, ""));
    }

    @Test
    void readsTheExitCodeFromTheCause() {
        assertThat(
                        end(
                                "{\"status\":\"Failure\",\"message\":\"command terminated with non-zero exit code\","
                                        + "\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"7\"}]}}"))
                .isEqualTo(new ExecResult(7, ""));
    }

    @Test
    void readsTheReasonIfTheCommandDidNotRun() {
        assertThat(end("{\"status\":\"Failure\",\"message\":\"no such program\"}"))
                .isEqualTo(new ExecResult(1, "no such program"));
        assertThat(end("nonsense")).isEqualTo(new ExecResult(1, "the command failed"));
    }

    private static ExecResult end(String status) {
        return ExecResult.of(status.getBytes(StandardCharsets.UTF_8));
    }
}
