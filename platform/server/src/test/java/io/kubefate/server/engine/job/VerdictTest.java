package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.CheckResult;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.spi.Check;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Check CHECK =
            new Check("a reaches b", "a", "a", List.of("true"), Duration.ofSeconds(7), "repair b");

    @Test
    void exitCode0Passes() {
        assertThat(verdict(new CommandResult.Exited(0, "\n  fine \nmore\n")))
                .isEqualTo(new CheckResult("a reaches b", "a", "passed", "fine", "", 0, "\n  fine \nmore\n"));
    }

    @Test
    void whatPrintsNothingPassesWithoutAMessage() {
        assertThat(verdict(new CommandResult.Exited(0, "")).message()).isEmpty();
    }

    @Test
    void exitCode77IsSkippedWithItsReason() {
        assertThat(verdict(new CommandResult.Exited(77, "no such file\n")))
                .isEqualTo(new CheckResult("a reaches b", "a", "skipped", "no such file", "", 77, "no such file\n"));
    }

    @Test
    void anyOtherExitCodeFailsWithTheRemedy() {
        assertThat(verdict(new CommandResult.Exited(3, "")))
                .isEqualTo(new CheckResult("a reaches b", "a", "failed", "exit code 3", "repair b", 3, ""));
    }

    @Test
    void aCommandThatDoesNotEndFails() {
        assertThat(verdict(new CommandResult.TimedOut("begun")))
                .isEqualTo(new CheckResult(
                        "a reaches b", "a", "failed", "no result within 7 s", "repair b", null, "begun"));
    }

    @Test
    void aLongLineIsCut() {
        assertThat(verdict(new CommandResult.Exited(1, "x".repeat(1000))).message())
                .hasSize(301)
                .endsWith("…");
    }

    private static CheckResult verdict(CommandResult result) {
        return Verdict.of(CHECK, result);
    }
}
