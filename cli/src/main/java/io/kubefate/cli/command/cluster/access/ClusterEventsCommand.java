package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.EventFollower;
import io.kubefate.cli.view.EventView;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "events",
        description = {
            "Lists the Kubernetes events of a cluster's pods, workloads and volume claims, newest last.",
            "Kubernetes deletes events after some time, usually one hour."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster events 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster events 27e37a60-fffb-4031-a76f-990b2ff43cf2 -f -o json"
        })
final class ClusterEventsCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the cluster.")
    private UUID uuid;

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
        if (follow) {
            new EventFollower(context, uuid, output.format()).follow();
            return;
        }
        List<ClusterEvent> events = context.client().pods().events(uuid);
        context.print(output.format(), events, () -> new EventView(context.timestamps()).list(events));
    }
}
