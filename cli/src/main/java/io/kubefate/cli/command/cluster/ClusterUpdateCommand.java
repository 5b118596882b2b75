package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = {
            "Updates a cluster to its cluster.yaml. Applies only what has changed.",
            "Several clusters are updated in turn until one fails.",
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
    private Confirmation confirmation;

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
        List<ClusterRequest> clusters = file.read(context);
        if (dryRun.isSet()) {
            return PlanPrinter.print(
                    context,
                    OutputFormat.TABLE,
                    clusters.stream().map(this::plan).toList());
        }
        if (!changes.isConfirmed(confirmation, context, names(clusters))) {
            return 1;
        }
        for (ClusterRequest cluster : clusters) {
            int exitCode = update(cluster);
            if (exitCode != 0) {
                return exitCode;
            }
        }
        return 0;
    }

    private static String names(List<ClusterRequest> clusters) {
        return clusters.stream().map(ClusterRequest::cluster).collect(Collectors.joining(", "));
    }

    private ClusterArgs args(ClusterRequest cluster) {
        return changes.apply(cluster.args())
                .timeLimit(job.timeLimit().orElse(null))
                .build();
    }

    private ClusterPlan plan(ClusterRequest cluster) {
        ClusterArgs args = args(cluster);
        return cluster.reply(() -> context.client().clusters().planUpdate(args)).result();
    }

    private int update(ClusterRequest cluster) {
        ClusterArgs args = args(cluster);
        Reply<Job> reply = cluster.reply(() -> context.client().clusters().update(args, force.isSet()));
        return new JobFollower(context).accept(reply.result(), job.waits());
    }
}
