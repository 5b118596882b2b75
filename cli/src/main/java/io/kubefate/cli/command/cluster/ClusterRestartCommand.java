package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.DataLossOption;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        description = {
            "Restarts a module of a cluster, as kubectl rollout restart does: Kubernetes replaces its pods.",
            "Does not wait. Until the new pods are ready, the cluster is Unavailable."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster restart fate-9999 python", "  kubefate cluster describe fate-9999 --watch"})
final class ClusterRestartCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(index = "1", paramLabel = "MODULE", description = "The module.")
    private String module;

    @Mixin
    private DataLossOption dataLoss;

    ClusterRestartCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.client()
                .clusters()
                .restart(cluster.uuid(context), module, Boolean.TRUE.equals(dataLoss.accepted()))
                .workloads()
                .forEach(workload -> context.print(workload + " restarted" + System.lineSeparator()));
    }
}
