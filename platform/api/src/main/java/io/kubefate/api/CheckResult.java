package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check of a running cluster.
 *
 * @param name what was checked, for example {@code python reaches mysql:3306}
 * @param module the module in whose pod the check ran
 * @param status {@code passed}, {@code failed}, or {@code skipped} if it could not run
 * @param message the finding, one line
 * @param remedy what to do; empty unless the check failed
 * @param exitCode the exit code of the command; null if it did not complete
 * @param output the end of the output of the command, a few KiB at most; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckResult(
        String name,
        String module,
        String status,
        String message,
        String remedy,

        @JsonProperty("exit_code") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer exitCode,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String output) {

    /** An empty output is not sent, so null becomes empty text. */
    public CheckResult {
        output = output == null ? "" : output;
    }

    /** The status of what was found as it should be. */
    public static final String PASSED = "passed";

    /** The status of what was not. */
    public static final String FAILED = "failed";

    /** The status of what could not be tried. */
    public static final String SKIPPED = "skipped";

    /** {@return whether it failed} */
    public boolean hasFailed() {
        return FAILED.equals(status);
    }
}
