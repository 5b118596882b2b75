package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The result of one check of the service itself.
 *
 * @param name what is checked, for example {@code database}
 * @param status {@code ok}, {@code warning} or {@code failed}
 * @param message what was found
 * @param remedy what to do; empty if it is ok
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DiagnosisCheck(String name, String status, String message, String remedy) {

    public static final String OK = "ok";
    public static final String WARNING = "warning";
    public static final String FAILED = "failed";

    public static DiagnosisCheck ok(String name, String message) {
        return new DiagnosisCheck(name, OK, message, "");
    }

    public static DiagnosisCheck warning(String name, String message, String remedy) {
        return new DiagnosisCheck(name, WARNING, message, remedy);
    }

    public static DiagnosisCheck failed(String name, String message, String remedy) {
        return new DiagnosisCheck(name, FAILED, message, remedy);
    }
}
