package io.kubefate.server.store.cluster;

import io.kubefate.server.store.row.TimeColumn;
import java.util.function.Function;

/** The columns by which clusters are sorted. */
public enum ClusterSort {
    /** The order of acceptance. */
    CREATED("id", cluster -> String.valueOf(cluster.id())),
    UPDATED("updated_at", cluster -> TimeColumn.text(cluster.times().updatedAt())),
    NAME("name", ClusterRecord::name),
    NAMESPACE("namespace", ClusterRecord::namespace),
    STATUS("status", cluster -> cluster.status().name());

    private final String column;
    private final Function<ClusterRecord, String> value;

    ClusterSort(String column, Function<ClusterRecord, String> value) {
        this.column = column;
        this.value = value;
    }

    public String column() {
        return column;
    }

    /** Returns the value of the column as a text that all databases read. */
    public String value(ClusterRecord cluster) {
        return value.apply(cluster);
    }
}
