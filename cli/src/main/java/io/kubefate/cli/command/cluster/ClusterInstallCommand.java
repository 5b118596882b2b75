package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.PlanView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        description = "Installs a cluster from a cluster.yaml.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster install -f cluster.yaml",
            "  kubefate cluster install -f cluster.yaml --dry-run > objects.yaml",
            "  kubefate cluster install -f cluster.yaml --wait --timeout 30m --rollback-on-failure"
        })
final class ClusterInstallCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml; kubefate chart example prints one to start from.")
    private Path file;

    @Option(names = "--cover", description = "Replace objects of the same names that belong to somebody else.")
    private boolean cover;

    @Option(
            names = "--dry-run",
            description = "Print the Kubernetes objects, and on the error output the plan; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "When to give up, for example 30m; the service's default is one hour.")
    private Duration timeout;

    @Option(names = "--rollback-on-failure", description = "Remove what was made if the install fails.")
    private boolean rollbackOnFailure;

    @Option(names = "--wait", description = "Wait until the job has ended; the exit code says how.")
    private boolean wait;

    ClusterInstallCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster =
                ClusterFile.read(context.environment().workingDirectory().resolve(file));
        return dryRun ? show(args(cluster)) : install(args(cluster));
    }

    private int show(ClusterArgs args) {
        DryRun result = context.client().dryRun(args);
        context.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
        context.out().print(result.manifests());
        context.out().flush();
        showPlan(args);
        return 0;
    }

    /** Apart from the objects, which may be wanted in a file. They need no Kubernetes, so that a plan without it is no failure. */
    private void showPlan(ClusterArgs args) {
        try {
            context.err().print(PlanView.of(context.client().plan(args).data()));
        } catch (CommandException e) {
            context.err().println("no plan: " + e.getMessage());
        }
        context.err().flush();
    }

    private int install(ClusterArgs args) {
        Reply<Job> reply = context.client().install(args);
        context.warn(reply.warnings());
        return JobFollower.accepted(context, reply.data(), wait);
    }

    private ClusterArgs args(ClusterFile cluster) {
        return new ClusterArgs(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                cluster.chartVersion(),
                cover,
                cluster.data(),
                false,
                timeout == null ? null : timeout.toSeconds(),
                rollbackOnFailure ? true : null,
                null,
                null);
    }
}
