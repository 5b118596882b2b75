package io.kubefate.server.engine.job;

import io.kubefate.api.CheckResult;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.spi.Check;

/** Says what the end of a check's command means. */
final class Verdict {

    private static final int LONGEST_MESSAGE = 300;

    private Verdict() {}

    /**
     * Judges.
     *
     * @param check what was tried
     * @param result how its command ended
     * @return passed, failed or skipped
     */
    static CheckResult of(Check check, CommandResult result) {
        if (result instanceof CommandResult.Exited exited) {
            return exited(check, exited);
        }
        if (result instanceof CommandResult.TimedOut late) {
            String message = "no result within " + check.timeout().toSeconds() + " s";
            return result(check, CheckResult.FAILED, message, null, late.output());
        }
        return result(check, CheckResult.FAILED, ((CommandResult.NotRun) result).reason(), null, "");
    }

    private static CheckResult exited(Check check, CommandResult.Exited exited) {
        String status = switch (exited.exitCode()) {
            case 0 -> CheckResult.PASSED;
            case Check.SKIPPED -> CheckResult.SKIPPED;
            default -> CheckResult.FAILED;
        };
        String message = exited.output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(status.equals(CheckResult.PASSED) ? "" : "exit code " + exited.exitCode());
        return result(check, status, message, exited.exitCode(), exited.output());
    }

    private static CheckResult result(Check check, String status, String message, Integer exitCode, String output) {
        String remedy = status.equals(CheckResult.FAILED) ? check.remedy() : "";
        String line = message.lines().findFirst().orElse("");
        String shown = line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
        return new CheckResult(check.name(), check.module(), status, shown, remedy, exitCode, output);
    }
}
