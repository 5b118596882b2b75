package io.kubefate.server.store.job;

import io.kubefate.server.store.row.SortColumn;
import java.util.List;

/** The columns by which jobs are sorted; the first one is the order of acceptance. */
public final class JobSort {

    public static final List<SortColumn<JobRecord>> COLUMNS = List.of(
            SortColumn.rowNumber("created", "id", JobRecord::id),
            SortColumn.time("updated", "updated_at", job -> job.times().updatedAt()),
            SortColumn.text("status", "status", job -> job.status().name()),
            SortColumn.text("method", "method", job -> job.method().name()));

    private JobSort() {}
}
