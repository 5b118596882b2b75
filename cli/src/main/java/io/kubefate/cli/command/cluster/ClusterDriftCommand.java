package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        description = {
            "Shows the differences between the objects in Kubernetes and the cluster's revision, as: current -> revision.",
            "Exit code: 0 no drift, 2 drift, 1 drift that cannot be reverted in place."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster drift 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster drift 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o json"
        })
final class ClusterDriftCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the cluster.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterDriftCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return PlanPrinter.print(
                context, output.format(), context.client().revisions().drift(uuid));
    }
}
