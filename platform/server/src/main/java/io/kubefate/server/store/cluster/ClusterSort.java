package io.kubefate.server.store.cluster;

import io.kubefate.server.store.row.SortColumn;
import java.util.List;

/** The columns by which clusters are sorted; the first one is the order of acceptance. */
public final class ClusterSort {

    public static final List<SortColumn<ClusterRecord>> COLUMNS = List.of(
            SortColumn.rowNumber("created", "id", ClusterRecord::id),
            SortColumn.time("updated", "updated_at", cluster -> cluster.times().updatedAt()),
            SortColumn.text("name", "name", ClusterRecord::name),
            SortColumn.text("namespace", "namespace", ClusterRecord::namespace),
            SortColumn.text("status", "status", cluster -> cluster.status().name()));

    private ClusterSort() {}
}
