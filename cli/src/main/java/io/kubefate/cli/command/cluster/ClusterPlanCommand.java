package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = {
            "Shows what a cluster.yaml would change, and changes nothing: an install, or an update if the cluster exists.",
            "Exit code 0: nothing would change; 2: something would; 1: something stands in the way."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster plan -f cluster.yaml", "  kubefate cluster plan -f cluster.yaml -o json"})
final class ClusterPlanCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml.")
    private Path file;

    @Mixin
    private ChangeOptions changes;

    @Mixin
    private OutputOption output;

    ClusterPlanCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster =
                ClusterFile.read(context.environment().workingDirectory().resolve(file));
        Reply<ClusterPlan> reply = context.client().plan(cluster.args(changes, null));
        context.warn(reply.warnings());
        return PlanOutput.print(context, output.format(), reply.data());
    }
}
