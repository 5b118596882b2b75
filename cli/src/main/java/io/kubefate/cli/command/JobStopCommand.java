package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.ServiceException;
import io.kubefate.cli.error.CommandException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate job stop}. */
@Command(
        name = "stop",
        description = "Stops a running install, update or rollback, which then undoes what it did.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job stop fe846176-0787-4879-9d27-622692ce181c")
public final class JobStopCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public JobStopCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        try {
            session.out().println(session.client().jobs().stop(uuid));
        } catch (ServiceException e) {
            throw new CommandException(e.textWithStatus(), e);
        }
    }
}
