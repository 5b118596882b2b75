package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Revision;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Lists the revisions of a cluster; one can go back to those that became ready.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate cluster history 27e37a60-fffb-4031-a76f-990b2ff43cf2")
final class ClusterHistoryCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterHistoryCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Revision> revisions = context.client().revisions().history(uuid);
        context.print(output.format(), revisions, () -> table(revisions));
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
                context.timestamps().format(revision.createdAt()),
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
