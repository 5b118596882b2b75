package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "drift",
        description = {
            "Shows the differences between the objects in Kubernetes and the cluster's revision, as: current -> revision.",
            "Exit code: 0 no drift, 2 drift, 1 drift that cannot be reverted in place."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster drift fate-9999", "  kubefate cluster drift fate-9999 -o json"})
final class ClusterDriftCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Mixin
    private OutputOption output;

    ClusterDriftCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return PlanPrinter.print(
                context, output.format(), context.client().revisions().drift(cluster.uuid(context)));
    }
}
