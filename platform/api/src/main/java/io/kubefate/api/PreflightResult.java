package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The result of one preflight rule.
 *
 * @param check the rule, for example {@code permissions}
 * @param status {@code passed}, {@code warning}, {@code failed}, or {@code unknown} if the service may not read what the rule needs
 * @param message what was found
 * @param remedy what the user can do; empty text if nothing is needed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreflightResult(String check, String status, String message, String remedy) {}
