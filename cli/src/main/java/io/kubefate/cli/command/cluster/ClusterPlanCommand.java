package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = {
            "Shows the plan of an install, or of an update if the cluster exists, and changes nothing.",
            "Exit code: 0 no changes, 2 changes, 1 not possible."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster plan -f cluster.yaml",
            "  kubefate cluster plan -f cluster.yaml -o json",
            "  kubefate cluster plan -f party-9999.yaml -f party-10000.yaml"
        })
final class ClusterPlanCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption file;

    @Mixin
    private ChangeOptions changes;

    @Mixin
    private OutputOption output;

    ClusterPlanCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        List<ClusterPlan> plans = file.read(context).stream().map(this::plan).toList();
        return PlanPrinter.print(context, output.format(), plans);
    }

    private ClusterPlan plan(ClusterRequest cluster) {
        ClusterArgs args = changes.apply(cluster.args()).build();
        return cluster.reply(() -> context.client().clusters().plan(args)).result();
    }
}
