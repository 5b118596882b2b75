package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kubefate.api.DiagnosisCheck;
import java.util.Locale;

/**
 * The result of one check.
 *
 * @param message what was found
 * @param remedy what to do; empty if there is nothing to do
 */
public record Check(String name, Status status, String message, String remedy) {

    public Check {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** The possible results. */
    public enum Status {
        OK,
        WARNING,
        FAILED,
        SKIPPED;

        /** {@return the name in the output} */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check ok(String name, String message) {
        return new Check(name, Status.OK, message, "");
    }

    static Check warning(String name, String message, String remedy) {
        return new Check(name, Status.WARNING, message, remedy);
    }

    static Check failed(String name, String message, String remedy) {
        return new Check(name, Status.FAILED, message, remedy);
    }

    static Check skipped(String name, String reason) {
        return new Check(name, Status.SKIPPED, reason, "");
    }

    /** {@return a check of the service itself; one with an unknown status counts as a warning} */
    static Check of(DiagnosisCheck check) {
        Status status = switch (check.status()) {
            case DiagnosisCheck.OK -> Status.OK;
            case DiagnosisCheck.FAILED -> Status.FAILED;
            default -> Status.WARNING;
        };
        return new Check("service: " + check.name(), status, check.message(), check.remedy());
    }
}
