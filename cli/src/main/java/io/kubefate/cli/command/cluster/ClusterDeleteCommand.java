package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.client.ClusterClient;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.TimeoutOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "delete",
        aliases = "del",
        description = {
            "Deletes a cluster. Keeps the volume claims and their data, unless --purge is set.",
            "A job of the cluster that has not ended is stopped first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster delete fate-9999 --dry-run",
            "  kubefate cluster delete fate-9999 --wait",
            "  kubefate cluster del fate-9999 --purge"
        })
final class ClusterDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Option(names = "--purge", description = "Also delete the volume claims and their data.")
    private boolean purge;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private DryRunOption dryRun;

    @Mixin
    private WaitOption wait;

    @Mixin
    private TimeoutOption timeout;

    ClusterDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        timeout.requires("--wait", wait.isSet());
        ClusterClient clusters = context.client().clusters();
        UUID uuid = cluster.uuid(context);
        if (dryRun.isSet()) {
            return PlanPrinter.print(context, OutputFormat.TABLE, clusters.planDelete(uuid, purge));
        }
        if (!confirmation.isGiven(context, () -> question(clusters.find(uuid)))) {
            return 1;
        }
        return new JobFollower(context).accept(clusters.delete(uuid, purge), wait.isSet(), timeout.deadline());
    }

    private String question(Cluster found) {
        String data = purge ? "with its volume claims and all their data" : "and keep its volume claims and their data";
        return "Delete the " + found.status() + " cluster " + found.namespace() + "/" + found.name() + ", uuid "
                + found.uuid() + ", " + data + "?";
    }
}
