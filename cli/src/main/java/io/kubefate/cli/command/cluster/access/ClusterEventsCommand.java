package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.EventFollower;
import io.kubefate.cli.view.EventView;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        description = {
            "Lists the Kubernetes events of a cluster's pods, workloads and volume claims, newest last.",
            "Kubernetes deletes events after some time, usually one hour."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster events fate-9999", "  kubefate cluster events fate-9999 -f -o json"})
final class ClusterEventsCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Option(
            names = {"-f", "--follow"},
            description = "Follow the events, and print one line or document each.")
    private boolean follow;

    @Mixin
    private OutputOption output;

    ClusterEventsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        UUID uuid = cluster.uuid(context);
        if (follow) {
            new EventFollower(context, uuid, output.format()).follow();
            return;
        }
        List<ClusterEvent> events = context.client().pods().events(uuid);
        context.print(output.format(), events, new EventView(context.timestamps()).list(events));
    }
}
