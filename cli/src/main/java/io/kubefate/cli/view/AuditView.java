package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AuditEntry;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/** Requests that the service recorded. */
public record AuditView(Timestamps timestamps) {

    public AuditView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<AuditEntry> list(List<AuditEntry> entries) {
        return new Listing<>(
                entries,
                List.of(
                        Column.exact("TIME", (AuditEntry entry) -> timestamps.format(entry.at())),
                        Column.exact("USER", AuditEntry::user),
                        Column.exact("VERB", AuditEntry::verb),
                        Column.text("OBJECT", AuditView::object),
                        Column.status("RESULT", AuditEntry::result),
                        Column.exact("ADDRESS", AuditEntry::address),
                        Column.text("DETAIL", AuditEntry::detail),
                        Column.exact("STATUS", (AuditEntry entry) -> String.valueOf(entry.status()))
                                .wide(),
                        Column.text("TOKEN", AuditView::token).wide(),
                        Column.text("USER AGENT", AuditEntry::userAgent).wide(),
                        Column.exact("REQUEST", AuditEntry::requestId).wide()),
                entry -> String.valueOf(entry.number()));
    }

    /** {@return for example {@code cluster fate-9999/alpha}} */
    private static String object(AuditEntry entry) {
        String place = entry.namespace().isEmpty() ? entry.name() : entry.namespace() + "/" + entry.name();
        return (entry.kind() + " " + (entry.name().isEmpty() ? entry.uuid() : place)).strip();
    }

    private static String token(AuditEntry entry) {
        return (entry.tokenKind() + " " + entry.tokenId()).strip();
    }
}
