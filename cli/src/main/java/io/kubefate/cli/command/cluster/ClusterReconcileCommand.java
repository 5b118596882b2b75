package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.DataLossOption;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.command.option.RecreateOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reconcile",
        description = "Reverts the drift of a cluster: applies its current revision again.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster reconcile fate-9999 --wait"})
final class ClusterReconcileCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Mixin
    private RecreateOption recreate;

    @Mixin
    private DataLossOption dataLoss;

    @Mixin
    private ForceOption force;

    @Mixin
    private JobOptions job;

    ClusterReconcileCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        RollbackArgs args =
                new RollbackArgs(job.timeLimit().orElse(null), recreate.isSet(), false, dataLoss.accepted(), null);
        Reply<Job> reply = context.client().revisions().reconcile(cluster.uuid(context), args, force.isSet());
        if (reply.data() == null) {
            context.print(reply.msg() + System.lineSeparator());
            return 0;
        }
        return new JobFollower(context).accept(reply.data(), job.waits());
    }
}
