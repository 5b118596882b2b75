package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.error.CommandException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubefate cluster install}. */
@Command(
        name = "install",
        description = "Installs a cluster from a cluster.yaml.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster install -f cluster.yaml",
            "  kubefate cluster install -f cluster.yaml --dry-run > objects.yaml",
            "  kubefate cluster install -f cluster.yaml --wait --timeout 30m --rollback-on-failure"
        })
public final class ClusterInstallCommand implements Callable<Integer> {

    private final Session session;

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

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterInstallCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster =
                ClusterFile.read(session.environment().workingDirectory().resolve(file));
        return dryRun ? show(args(cluster)) : install(args(cluster));
    }

    private int show(ClusterArgs args) {
        DryRun result = session.client().dryRun(args);
        session.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
        session.out().print(result.manifests());
        session.out().flush();
        showPlan(args);
        return 0;
    }

    /** Apart from the objects, which may be wanted in a file. They need no Kubernetes, so that a plan without it is no failure. */
    private void showPlan(ClusterArgs args) {
        try {
            session.err().print(PlanView.of(session.client().plan(args).data()));
        } catch (CommandException e) {
            session.err().println("no plan: " + e.getMessage());
        }
        session.err().flush();
    }

    private int install(ClusterArgs args) {
        Reply<Job> reply = session.client().install(args);
        session.warn(reply.warnings());
        return JobWaiter.accepted(session, reply.data(), wait);
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
