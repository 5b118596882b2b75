package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.ClusterClient;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Deletes a cluster. Keeps the volume claims and their data, unless --purge is set.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster delete 27e37a60-fffb-4031-a76f-990b2ff43cf2 --dry-run",
            "  kubefate cluster delete 27e37a60-fffb-4031-a76f-990b2ff43cf2 --wait",
            "  kubefate cluster del 27e37a60-fffb-4031-a76f-990b2ff43cf2 --purge"
        })
final class ClusterDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The UUID of the cluster.")
    private UUID uuid;

    @Option(names = "--purge", description = "Also delete the volume claims and their data.")
    private boolean purge;

    @Option(
            names = "--dry-run",
            description = "Show the plan and change nothing. The exit code is that of kubefate cluster plan.")
    private boolean dryRun;

    @Option(names = "--wait", description = "Wait for the job to finish. The exit code is 0 if it succeeds, else 1.")
    private boolean wait;

    ClusterDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterClient clusters = context.client().clusters();
        if (dryRun) {
            return PlanPrinter.print(context, OutputFormat.TABLE, clusters.planDelete(uuid, purge));
        }
        return new JobFollower(context).accept(clusters.delete(uuid, purge), wait);
    }
}
