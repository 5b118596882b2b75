package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Revision;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.RevisionView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "history",
        description = "Lists the revisions of a cluster. A cluster can be rolled back to revisions that were ready.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate cluster history fate-9999")
final class ClusterHistoryCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Mixin
    private OutputOption output;

    ClusterHistoryCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Revision> revisions = context.client().revisions().list(cluster.uuid(context));
        context.print(output.format(), revisions, RevisionView.list(revisions, context.timestamps()));
    }
}
