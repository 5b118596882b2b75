package io.kubefate.cli.view;

import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
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

    public static Listing<Row> summary(List<Row> rows) {
        return new Listing<>(
                rows,
                List.of(
                        Column.exact("CLUSTER", Row::cluster),
                        Column.status("RESULT", Row::result),
                        Column.exact("JOB", Row::job),
                        Column.text("MESSAGE", Row::message)),
                Row::cluster);
    }
}
