package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.PlanView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        description = {
            "Installs a cluster from a cluster.yaml.",
            "Several clusters are installed in turn until one fails; kubefate apply also updates those that exist."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster install -f cluster.yaml",
            "  kubefate cluster install -f parties/ --wait",
            "  cat cluster.yaml | kubefate cluster install -f -",
            "  kubefate cluster install -f cluster.yaml --dry-run > objects.yaml",
            "  kubefate cluster install -f cluster.yaml --wait --timeout 30m --rollback-on-failure"
        })
final class ClusterInstallCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption file;

    @Option(names = "--cover", description = "Replace objects with the same names that do not belong to the cluster.")
    private boolean cover;

    @Option(
            names = "--dry-run",
            description =
                    "Print the Kubernetes objects to the output and the plan to the error output, and change nothing.")
    private boolean dryRun;

    @Option(names = "--rollback-on-failure", description = "Delete the created objects if the install fails.")
    private boolean rollbackOnFailure;

    @Mixin
    private ForceOption force;

    @Mixin
    private JobOptions job;

    ClusterInstallCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        for (ClusterRequest cluster : file.read(context)) {
            int exitCode = dryRun ? dryRun(cluster) : install(cluster);
            if (exitCode != 0) {
                return exitCode;
            }
        }
        return 0;
    }

    private ClusterArgs args(ClusterRequest cluster) {
        return cluster.args()
                .cover(cover)
                .timeLimit(job.timeLimit().orElse(null))
                .rollbackOnFailure(ChangeOptions.trueOrAbsent(rollbackOnFailure))
                .build();
    }

    private int install(ClusterRequest cluster) {
        ClusterArgs args = args(cluster);
        Reply<Job> reply = cluster.reply(() -> context.client().clusters().install(args, force.isSet()));
        return new JobFollower(context).accept(reply.result(), job.waits());
    }

    private int dryRun(ClusterRequest cluster) {
        ClusterArgs args = args(cluster);
        DryRun result = cluster.send(() -> context.client().clusters().render(args));
        cluster.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
        context.print((cluster.alone() ? "" : "---\n") + result.manifests());
        printPlan(args);
        return 0;
    }

    /** On the error output, because users redirect the objects to a file. A plan needs Kubernetes, rendering does not. */
    private void printPlan(ClusterArgs args) {
        try {
            context.err()
                    .print(PlanView.of(context.client().clusters().plan(args).result()));
        } catch (CommandException e) {
            context.err().println("no plan: " + e.getMessage());
        }
        context.err().flush();
    }
}
