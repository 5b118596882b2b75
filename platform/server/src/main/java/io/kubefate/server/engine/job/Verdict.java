package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.spi.ClusterCheck;
import java.time.Duration;
import java.util.Optional;

/** Computes the result of a check from the end of its command. */
final class Verdict {

    private static final int LONGEST_MESSAGE = 300;

    private Verdict() {}

    static StoredCheckResult of(StoredCheck check, CommandResult result) {
        if (result instanceof CommandResult.Exited exited) {
            return exited(check, exited);
        }
        if (result instanceof CommandResult.TimedOut late) {
            String message = "no result within "
                    + Duration.ofMillis(check.timeoutMillis()).toSeconds() + " s";
            return result(check, CheckOutcome.FAILED, message, Optional.empty(), late.output());
        }
        return result(check, CheckOutcome.FAILED, ((CommandResult.NotRun) result).reason(), Optional.empty(), "");
    }

    private static StoredCheckResult exited(StoredCheck check, CommandResult.Exited exited) {
        CheckOutcome outcome = switch (exited.exitCode()) {
            case 0 -> CheckOutcome.PASSED;
            case ClusterCheck.SKIPPED -> CheckOutcome.SKIPPED;
            default -> CheckOutcome.FAILED;
        };
        String message = exited.output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(outcome == CheckOutcome.PASSED ? "" : "exit code " + exited.exitCode());
        return result(check, outcome, message, Optional.of(exited.exitCode()), exited.output());
    }

    private static StoredCheckResult result(
            StoredCheck check, CheckOutcome outcome, String message, Optional<Integer> exitCode, String output) {
        String remedy = outcome == CheckOutcome.FAILED ? check.remedy() : "";
        String line = message.lines().findFirst().orElse("");
        String shown = line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
        return new StoredCheckResult(check.name(), check.module(), outcome, shown, remedy, exitCode, output);
    }
}
