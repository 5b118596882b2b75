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
public record PreflightCheck(String check, String status, String message, String remedy) {}
