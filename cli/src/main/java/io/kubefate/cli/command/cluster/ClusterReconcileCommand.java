package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reconcile",
        description = "Puts a cluster back to what its revision says, where kubefate cluster drift shows a difference.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster reconcile 27e37a60-fffb-4031-a76f-990b2ff43cf2 --wait"})
final class ClusterReconcileCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Option(
            names = "--recreate",
            description = "Delete and make again what cannot be changed in place; the data of such a claim are lost.")
    private boolean recreate;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "When to give up; the service's default is one hour.")
    private Duration timeout;

    @Option(names = "--wait", description = "Wait until the job has ended; the exit code says how.")
    private boolean wait;

    ClusterReconcileCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        RollbackArgs args = new RollbackArgs(timeout == null ? null : timeout.toSeconds(), recreate, false);
        return JobFollower.accepted(context, context.client().revisions().reconcile(uuid, args), wait);
    }
}
