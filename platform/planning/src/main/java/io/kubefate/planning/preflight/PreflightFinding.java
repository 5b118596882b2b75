package io.kubefate.planning.preflight;

import static java.util.Objects.requireNonNull;

/**
 * The result of one preflight rule.
 *
 * @param rule the rule, for example {@code permissions}
 * @param status the status
 * @param message what the rule found
 * @param remedy what the user can do; empty text if nothing is required
 */
public record PreflightFinding(String rule, Status status, String message, String remedy) {

    /** The status of a rule. */
    public enum Status {
        PASSED,
        /** The plan may fail. */
        WARNING,
        /** The plan cannot succeed. */
        FAILED,
        /** The service has no permission to read what the rule needs. */
        UNKNOWN
    }

    public PreflightFinding {
        requireNonNull(rule, "rule is null");
        requireNonNull(status, "status is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    static PreflightFinding passed(String rule, String message) {
        return new PreflightFinding(rule, Status.PASSED, message, "");
    }

    static PreflightFinding failed(String rule, String message, String remedy) {
        return new PreflightFinding(rule, Status.FAILED, message, remedy);
    }

    static PreflightFinding warning(String rule, String message, String remedy) {
        return new PreflightFinding(rule, Status.WARNING, message, remedy);
    }

    static PreflightFinding unknown(String rule, String message) {
        return new PreflightFinding(rule, Status.UNKNOWN, message, "");
    }

    /** Returns whether the finding proves that the plan cannot succeed. */
    public boolean isFailure() {
        return status == Status.FAILED;
    }

    /** Returns the finding in one line: {@code node ports: 30500 is used by Service other/web; choose another nodePort}. */
    public String text() {
        return rule + ": " + message + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
