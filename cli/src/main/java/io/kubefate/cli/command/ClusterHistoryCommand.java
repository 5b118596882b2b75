package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Revision;
import io.kubefate.cli.text.Table;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubefate cluster history}. */
@Command(
        name = "history",
        description = "Lists the revisions of a cluster; one can go back to those that became ready.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate cluster history 27e37a60-fffb-4031-a76f-990b2ff43cf2")
public final class ClusterHistoryCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterHistoryCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        List<Revision> revisions = session.client().revisions().history(uuid);
        session.print(output, revisions, () -> table(revisions));
    }

    private Table table(List<Revision> revisions) {
        Table table = new Table("REVISION", "READY", "CHANGE", "CHART VERSION", "PLUGIN", "CREATOR", "CREATED", "JOB");
        revisions.forEach(revision -> table.row(
                revision.number() + (revision.current() ? " *" : ""),
                ready(revision),
                change(revision),
                revision.chartVersion(),
                revision.plugin(),
                revision.creator(),
                session.timestamps().format(revision.createdAt()),
                revision.jobId()));
        return table;
    }

    private static String ready(Revision revision) {
        return revision.good() ? "yes" : "no, job " + revision.jobStatus();
    }

    private static String change(Revision revision) {
        if (revision.restored() > 0) {
            return "rollback to " + revision.restored();
        }
        return revision.number() == 1 ? "install" : "update";
    }
}
