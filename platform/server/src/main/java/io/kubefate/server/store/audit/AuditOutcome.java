package io.kubefate.server.store.audit;

import static java.util.Objects.requireNonNull;

/**
 * How a request ended.
 *
 * @param status of HTTP
 * @param detail a short text without any value from a body; one that is too long is cut off
 */
public record AuditOutcome(AuditResult result, int status, String detail) {

    public AuditOutcome {
        requireNonNull(result, "result is null");
        detail = StoredText.of(detail, 500);
    }

    public static AuditOutcome of(int status, String detail) {
        return new AuditOutcome(AuditResult.of(status), status, detail);
    }
}
