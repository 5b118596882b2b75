package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = {
            "Updates a cluster to its cluster.yaml. Applies only what has changed.",
            "If the cluster is not ready within the time limit, it is rolled back to the last ready revision."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster update -f cluster.yaml --dry-run",
            "  kubefate cluster update -f cluster.yaml --wait --timeout 10m"
        })
final class ClusterUpdateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption file;

    @Mixin
    private ChangeOptions changes;

    @Mixin
    private DryRunOption dryRun;

    @Mixin
    private ForceOption force;

    @Mixin
    private JobOptions job;

    @SuppressWarnings("unused")
    @Option(names = "--keepUpgradeJob", hidden = true, description = "No effect; accepted for KubeFATE scripts.")
    private boolean keepUpgradeJob;

    ClusterUpdateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterArgs args = changes.apply(file.request(context))
                .timeLimit(job.timeLimit().orElse(null))
                .build();
        return dryRun.isSet() ? dryRun(args) : update(args);
    }

    private int dryRun(ClusterArgs args) {
        Reply<ClusterPlan> reply = context.client().clusters().planUpdate(args);
        context.warn(reply.warnings());
        return PlanPrinter.print(context, OutputFormat.TABLE, reply.result());
    }

    private int update(ClusterArgs args) {
        Reply<Job> reply = context.client().clusters().update(args, force.isSet());
        context.warn(reply.warnings());
        return new JobFollower(context).accept(reply.result(), job.waits());
    }
}
