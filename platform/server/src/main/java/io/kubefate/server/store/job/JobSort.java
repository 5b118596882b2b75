package io.kubefate.server.store.job;

import io.kubefate.server.store.row.TimeColumn;
import java.util.function.Function;

/** The columns by which jobs are sorted. */
public enum JobSort {
    /** The order of acceptance. */
    CREATED("id", job -> String.valueOf(job.id())),
    UPDATED("updated_at", job -> TimeColumn.text(job.times().updatedAt())),
    STATUS("status", job -> job.status().name()),
    METHOD("method", job -> job.method().name());

    private final String column;
    private final Function<JobRecord, String> value;

    JobSort(String column, Function<JobRecord, String> value) {
        this.column = column;
        this.value = value;
    }

    public String column() {
        return column;
    }

    /** Returns the value of the column as a text that all databases read. */
    public String value(JobRecord job) {
        return value.apply(job);
    }
}
