package io.kubefate.cli.view;

import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

public final class RevisionView {

    private RevisionView() {}

    public static String list(List<Revision> revisions, Timestamps timestamps) {
        Table table = new Table("REVISION", "READY", "CHANGE", "CHART VERSION", "PLUGIN", "CREATOR", "CREATED", "JOB");
        revisions.forEach(revision -> table.row(
                revision.number() + (revision.current() ? " *" : ""),
                revision.good() ? "yes" : "no, job " + revision.jobStatus(),
                change(revision),
                revision.chartVersion(),
                revision.plugin(),
                revision.creator(),
                timestamps.format(revision.createdAt()),
                revision.jobId()));
        return table.text();
    }

    public static String diff(RevisionDiff diff) {
        if (diff.spec().isEmpty() && diff.objects().isEmpty()) {
            return "revisions " + diff.from() + " and " + diff.to() + " are equal\n";
        }
        return "cluster.yaml, revision " + diff.from() + " -> " + diff.to() + "\n" + PlanView.fields(diff.spec()) + "\n"
                + PlanView.objects(diff.objects());
    }

    private static String change(Revision revision) {
        if (revision.restored() > 0) {
            return "rollback to " + revision.restored();
        }
        return revision.number() == 1 ? "install" : "update";
    }
}
