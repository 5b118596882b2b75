package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.client.RevisionClient;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Rolls a cluster back to an earlier ready revision. Does not need the plugin of the revision.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster rollback fate-9999 1 --dry-run",
            "  kubefate cluster rollback fate-9999 1 --wait",
            "  kubefate cluster rollback fate-9999 1 --restore-data --wait"
        })
final class ClusterRollbackCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(
            index = "1",
            paramLabel = "REVISION",
            description = "The revision; kubefate cluster history lists them.")
    private int revision;

    @Option(
            names = "--restore-data",
            description =
                    "Restore the data that the upgrade from this revision saved before it began. Later changes are lost.")
    private boolean restoreData;

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

    ClusterRollbackCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        RevisionClient revisions = context.client().revisions();
        RollbackArgs args = changes.rollback(job.timeLimit(), restoreData);
        UUID uuid = cluster.uuid(context);
        if (dryRun.isSet()) {
            return PlanPrinter.print(context, OutputFormat.TABLE, revisions.planRollback(uuid, revision, args));
        }
        if (!changes.isConfirmed(confirmation, context, "cluster " + uuid)) {
            return 1;
        }
        Reply<Job> reply = revisions.rollback(uuid, revision, args, force.isSet());
        context.warn(reply.warnings());
        return new JobFollower(context).accept(reply.result(), job.waits());
    }
}
