package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * A part of the audit.
 *
 * @param entries newest first
 * @param next what continues the list; empty at its end
 */
public record AuditPage(List<AuditEntry> entries, Optional<Long> next) {

    public AuditPage {
        entries = List.copyOf(entries);
        requireNonNull(next, "next is null");
    }
}
