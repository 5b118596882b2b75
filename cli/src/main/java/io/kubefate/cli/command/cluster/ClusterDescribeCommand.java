package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.ClusterView;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a cluster, its cluster.yaml and its live state.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o yaml"
        })
final class ClusterDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the cluster.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Cluster cluster = context.client().clusters().find(uuid);
        ClusterView view =
                new ClusterView(context.timestamps(), context.terminal().textWidth());
        context.print(output.format(), cluster, () -> view.description(cluster));
    }
}
