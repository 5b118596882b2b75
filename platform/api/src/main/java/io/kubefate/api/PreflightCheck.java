package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Something that was looked at before anything is done.
 *
 * @param check what, for example {@code permissions}
 * @param status {@code passed}, {@code warning}, {@code failed}, or {@code unknown} if it could not be looked at
 * @param message what was found
 * @param remedy what to do; empty text if nothing is to be done
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreflightCheck(String check, String status, String message, String remedy) {

    /** {@return a check that found nothing wrong} */
    public static PreflightCheck passed(String check, String message) {
        return new PreflightCheck(check, "passed", message, "");
    }

    /** {@return a check that found what stands in the way, and what to do about it} */
    public static PreflightCheck failed(String check, String message, String remedy) {
        return new PreflightCheck(check, "failed", message, remedy);
    }

    /** {@return a check that could not be made, and why} */
    public static PreflightCheck unknown(String check, String message) {
        return new PreflightCheck(check, "unknown", message, "");
    }
}
