package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RevisionDiff;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.RevisionView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Shows the differences between two revisions of a cluster. Passwords are masked.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster diff fate-9999 1", "  kubefate cluster diff fate-9999 1 3"})
final class ClusterDiffCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(index = "1", paramLabel = "REVISION", description = "A revision; kubefate cluster history lists them.")
    private int from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "REVISION",
            description = "The revision to compare with. Default: the current revision.")
    private Optional<Integer> to;

    @Mixin
    private OutputOption output;

    ClusterDiffCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        RevisionDiff diff = context.client().revisions().diff(cluster.uuid(context), from, to);
        context.print(output.format(), diff, RevisionView.compare(diff));
    }
}
