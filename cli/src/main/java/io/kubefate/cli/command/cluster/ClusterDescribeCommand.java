package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ValueWatch;
import io.kubefate.cli.view.ClusterView;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "describe",
        description = "Shows a cluster, its cluster.yaml and its live state.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster describe fate-9999",
            "  kubefate cluster describe fate-9999 -o yaml",
            "  kubefate cluster describe fate-9999 --watch"
        })
final class ClusterDescribeCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument argument;

    @Mixin
    private WatchOption watch;

    @Mixin
    private OutputOption output;

    ClusterDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        UUID uuid = argument.uuid(context);
        ClusterView view =
                new ClusterView(context.timestamps(), context.terminal().textWidth());
        if (watch.isSet()) {
            new ValueWatch<>(context, output.format(), view::describe, ClusterView::withoutObservation)
                    .run(() -> context.client().clusters().find(uuid), watch.deadline());
            return;
        }
        Cluster cluster = context.client().clusters().find(uuid);
        context.print(output.format(), cluster, view.describe(cluster));
    }
}
