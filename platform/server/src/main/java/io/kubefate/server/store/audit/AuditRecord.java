package io.kubefate.server.store.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code audit}.
 *
 * @param number the row number; 0 if it is not stored yet
 * @param at when the request was answered
 * @param verb what was requested, for example {@code install}
 * @param requestId the id of the request; empty if the row stands for several
 * @param requests how many requests the row stands for
 */
public record AuditRecord(
        long number,
        Instant at,
        @Nested AuditActor actor,
        String verb,
        @Nested("object") AuditObject object,
        @Nested AuditOutcome outcome,
        String requestId,
        int requests) {

    public AuditRecord {
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(object, "object is null");
        requireNonNull(outcome, "outcome is null");
        verb = StoredText.of(verb, 100);
        requestId = StoredText.of(requestId, 64);
    }
}
