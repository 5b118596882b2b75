package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RollbackArgs;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubefate cluster reconcile}. */
@Command(
        name = "reconcile",
        description = "Puts a cluster back to what its revision says, where kubefate cluster drift shows a difference.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster reconcile 27e37a60-fffb-4031-a76f-990b2ff43cf2 --wait"})
public final class ClusterReconcileCommand implements Callable<Integer> {

    private final Session session;

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

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterReconcileCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public Integer call() {
        RollbackArgs args = new RollbackArgs(timeout == null ? null : timeout.toSeconds(), recreate, false);
        return JobWaiter.accepted(session, session.client().revisions().reconcile(uuid, args), wait);
    }
}
