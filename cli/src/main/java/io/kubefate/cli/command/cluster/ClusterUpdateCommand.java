package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = {
            "Brings a cluster to what its cluster.yaml says now: only what changed is applied.",
            "If it is not ready in time, the cluster goes back to the last good revision by itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster update -f cluster.yaml --dry-run",
            "  kubefate cluster update -f cluster.yaml --wait --timeout 10m"
        })
final class ClusterUpdateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml; name and namespace say which cluster.")
    private Path file;

    @Mixin
    private ChangeOptions changes;

    @Option(
            names = "--dry-run",
            description = "Show what would change, as kubefate cluster plan does, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "When to go back, for example 30m; the service's default is one hour.")
    private Duration timeout;

    @Option(names = "--wait", description = "Wait until the job has ended; the exit code says how.")
    private boolean wait;

    @SuppressWarnings("unused")
    @Option(names = "--keepUpgradeJob", hidden = true, description = "Kept for scripts of KubeFATE; has no effect.")
    private boolean keepUpgradeJob;

    ClusterUpdateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster =
                ClusterFile.read(context.environment().workingDirectory().resolve(file));
        ClusterArgs args = cluster.args(changes, timeout);
        return dryRun ? show(args) : update(args);
    }

    private int show(ClusterArgs args) {
        Reply<ClusterPlan> reply = context.client().planUpdate(args);
        context.warn(reply.warnings());
        return PlanOutput.print(context, OutputFormat.TABLE, reply.data());
    }

    private int update(ClusterArgs args) {
        Reply<Job> reply = context.client().update(args);
        context.warn(reply.warnings());
        return JobFollower.accepted(context, reply.data(), wait);
    }
}
