package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How something of a running cluster that was tried turned out.
 *
 * @param name what was tried, for example {@code python reaches mysql:3306}
 * @param module the module in whose pod it was tried
 * @param status {@code passed}, {@code failed}, or {@code skipped} if it could not be tried
 * @param message what was found, one line
 * @param remedy what to do; empty text unless it failed
 * @param exitCode of the command; null if it was not run to its end
 * @param output the end of what the command printed, a few KiB at most; empty text if it printed nothing
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

    /** Without an output, because an empty one is not sent, there is the empty text. */
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
