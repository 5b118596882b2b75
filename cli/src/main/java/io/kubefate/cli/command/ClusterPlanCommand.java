package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubefate cluster plan}. */
@Command(
        name = "plan",
        description = {
            "Shows what a cluster.yaml would change, and changes nothing: an install, or an update if the cluster exists.",
            "Exit code 0: nothing would change; 2: something would; 1: something stands in the way."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster plan -f cluster.yaml", "  kubefate cluster plan -f cluster.yaml -o json"})
public final class ClusterPlanCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml.")
    private Path file;

    @Mixin
    private ChangeOptions changes;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterPlanCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster =
                ClusterFile.read(session.environment().workingDirectory().resolve(file));
        Reply<ClusterPlan> reply = session.client().plan(cluster.args(changes, null));
        session.warn(reply.warnings());
        return PlanOutput.print(session, output.format(), reply.data());
    }
}
