package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.check.StoredCheckResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final StoredCheck CHECK =
            new StoredCheck("a reaches b", "a", "a", List.of("true"), 7_000, "repair b");

    @Test
    void exitCode0Passes() {
        assertThat(verdict(new CommandResult.Exited(0, "\n  fine \nmore\n")))
                .isEqualTo(new StoredCheckResult(
                        "a reaches b", "a", CheckOutcome.PASSED, "fine", "", Optional.of(0), "\n  fine \nmore\n"));
    }

    @Test
    void whatPrintsNothingPassesWithoutAMessage() {
        assertThat(verdict(new CommandResult.Exited(0, "")).message()).isEmpty();
    }

    @Test
    void exitCode77IsSkippedWithItsReason() {
        assertThat(verdict(new CommandResult.Exited(77, "no such file\n")))
                .isEqualTo(new StoredCheckResult(
                        "a reaches b",
                        "a",
                        CheckOutcome.SKIPPED,
                        "no such file",
                        "",
                        Optional.of(77),
                        "no such file\n"));
    }

    @Test
    void anyOtherExitCodeFailsWithTheRemedy() {
        assertThat(verdict(new CommandResult.Exited(3, "")))
                .isEqualTo(new StoredCheckResult(
                        "a reaches b", "a", CheckOutcome.FAILED, "exit code 3", "repair b", Optional.of(3), ""));
    }

    @Test
    void aCommandThatDoesNotEndFails() {
        assertThat(verdict(new CommandResult.TimedOut("begun")))
                .isEqualTo(new StoredCheckResult(
                        "a reaches b",
                        "a",
                        CheckOutcome.FAILED,
                        "no result within 7 s",
                        "repair b",
                        Optional.empty(),
                        "begun"));
    }

    @Test
    void aLongLineIsCut() {
        assertThat(verdict(new CommandResult.Exited(1, "x".repeat(1000))).message())
                .hasSize(301)
                .endsWith("…");
    }

    private static StoredCheckResult verdict(CommandResult result) {
        return Verdict.of(CHECK, result);
    }
}
