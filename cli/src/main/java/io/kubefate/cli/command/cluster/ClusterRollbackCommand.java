package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Brings a cluster back to a revision that was ready once; its plugin is not needed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster rollback 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 --dry-run",
            "  kubefate cluster rollback 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 --wait"
        })
final class ClusterRollbackCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Parameters(index = "1", paramLabel = "REV", description = "The revision, as in kubefate cluster history.")
    private int revision;

    @Mixin
    private ChangeOptions changes;

    @Option(
            names = "--dry-run",
            description = "Show what would change and change nothing; exit code as of kubefate cluster plan.")
    private boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "When to give up and return to the present revision; the service's default is one hour.")
    private Duration timeout;

    @Option(names = "--wait", description = "Wait until the job has ended; the exit code says how.")
    private boolean wait;

    ClusterRollbackCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        RollbackArgs args =
                new RollbackArgs(timeout == null ? null : timeout.toSeconds(), changes.recreate(), changes.purge());
        if (dryRun) {
            return PlanOutput.print(
                    context, OutputFormat.TABLE, context.client().revisions().planRollback(uuid, revision, args));
        }
        Reply<Job> accepted = context.client().revisions().rollback(uuid, revision, args);
        context.warn(accepted.warnings());
        return JobFollower.accepted(context, accepted.data(), wait);
    }
}
