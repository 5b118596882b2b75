package io.kubefate.server.store.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a check ended, and why.
 *
 * @param name what was checked
 * @param module in whose pod
 * @param outcome how it ended
 * @param message one line
 * @param remedy what to do; empty unless it failed
 * @param exitCode of its command; empty if that did not run to its end
 * @param output the end of what the command printed
 */
public record StoredCheckResult(
        String name,
        String module,
        CheckOutcome outcome,
        String message,
        String remedy,
        Optional<Integer> exitCode,
        String output) {

    public StoredCheckResult {
        requireNonNull(name, "name is null");
        requireNonNull(module, "module is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
        requireNonNull(exitCode, "exitCode is null");
        requireNonNull(output, "output is null");
    }
}
