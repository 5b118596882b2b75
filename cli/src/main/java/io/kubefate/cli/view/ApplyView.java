package io.kubefate.cli.view;

import io.kubefate.cli.text.Table;
import java.util.List;

/** What {@code kubefate apply} has done with each cluster. */
public final class ApplyView {

    private ApplyView() {}

    /**
     * The result of one cluster.
     *
     * @param cluster its namespace and name
     * @param result for example {@code installed}
     * @param job the UUID of the job; empty if there is none
     * @param message why it failed; may be empty
     */
    public record Row(String cluster, String result, String job, String message) {}

    public static String summary(List<Row> rows) {
        Table table = new Table("CLUSTER", "RESULT", "JOB", "MESSAGE");
        rows.forEach(row -> table.row(row.cluster(), row.result(), row.job(), row.message()));
        return table.text();
    }
}
