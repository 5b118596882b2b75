package io.kubefate.cli.view;

import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

public final class RevisionView {

    private RevisionView() {}

    public static Listing<Revision> list(List<Revision> revisions, Timestamps timestamps) {
        return new Listing<>(
                revisions,
                List.of(
                        Column.exact("REVISION", revision -> revision.number() + (revision.current() ? " *" : "")),
                        Column.status("READY", revision -> revision.good() ? "yes" : "no, job " + revision.jobStatus()),
                        Column.exact("CHANGE", RevisionView::change),
                        Column.exact("CHART VERSION", Revision::chartVersion),
                        Column.text("PLUGIN", Revision::plugin),
                        Column.text("CREATOR", Revision::creator),
                        Column.exact("CREATED", revision -> timestamps.format(revision.createdAt())),
                        Column.uuid("JOB", Revision::jobId)),
                revision -> String.valueOf(revision.number()));
    }

    public static Display compare(RevisionDiff diff) {
        return Display.of(diff.from() + " " + diff.to(), () -> diff(diff));
    }

    private static String diff(RevisionDiff diff) {
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
