package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.ClusterView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "describe",
        description = "Shows a cluster, its cluster.yaml and its live state.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster describe fate-9999", "  kubefate cluster describe fate-9999 -o yaml"})
final class ClusterDescribeCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument argument;

    @Mixin
    private OutputOption output;

    ClusterDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Cluster cluster = context.client().clusters().find(argument.uuid(context));
        ClusterView view =
                new ClusterView(context.timestamps(), context.terminal().textWidth());
        context.print(output.format(), cluster, view.describe(cluster));
    }
}
