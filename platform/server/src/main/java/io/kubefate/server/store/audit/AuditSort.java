package io.kubefate.server.store.audit;

import io.kubefate.server.store.row.SortColumn;
import java.util.List;

/** The columns by which the audit is sorted; the first one is the order in which requests were recorded. */
public final class AuditSort {

    public static final List<SortColumn<AuditRecord>> COLUMNS = List.of(
            SortColumn.rowNumber("created", "number", AuditRecord::number),
            SortColumn.text("user", "user_name", row -> row.actor().userName()),
            SortColumn.text("namespace", "object_namespace", row -> row.object().namespace()));

    private AuditSort() {}
}
