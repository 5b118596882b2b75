package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
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
        footer = {"  kubefate cluster plan -f cluster.yaml", "  kubefate cluster plan -f cluster.yaml -o json"})
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
        ClusterArgs args = changes.apply(file.request(context)).build();
        Reply<ClusterPlan> reply = context.client().clusters().plan(args);
        context.warn(reply.warnings());
        return PlanPrinter.print(context, output.format(), reply.result());
    }
}
