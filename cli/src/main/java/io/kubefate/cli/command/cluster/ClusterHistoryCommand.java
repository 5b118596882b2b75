package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Revision;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.RevisionView;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Lists the revisions of a cluster. A cluster can be rolled back to revisions that were ready.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate cluster history 27e37a60-fffb-4031-a76f-990b2ff43cf2")
final class ClusterHistoryCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the cluster.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterHistoryCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Revision> revisions = context.client().revisions().list(uuid);
        context.print(output.format(), revisions, () -> RevisionView.list(revisions, context.timestamps()));
    }
}
