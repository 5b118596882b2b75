package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubefate cluster delete}. */
@Command(
        name = "delete",
        aliases = "del",
        description = "Deletes a cluster; volumes and their data stay unless --purge is given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster delete 27e37a60-fffb-4031-a76f-990b2ff43cf2 --wait",
            "  kubefate cluster del 27e37a60-fffb-4031-a76f-990b2ff43cf2 --purge"
        })
public final class ClusterDeleteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Option(names = "--purge", description = "Delete the volume claims and their data too.")
    private boolean purge;

    @Option(names = "--wait", description = "Wait until the job has ended; the exit code says how.")
    private boolean wait;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterDeleteCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public Integer call() {
        return JobWaiter.accepted(session, session.client().deleteCluster(uuid, purge), wait);
    }
}
