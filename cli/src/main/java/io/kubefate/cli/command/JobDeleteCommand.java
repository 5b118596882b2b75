package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate job delete}. */
@Command(
        name = "delete",
        aliases = "del",
        description = "Removes a job from the list.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job delete fe846176-0787-4879-9d27-622692ce181c")
public final class JobDeleteCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public JobDeleteCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        session.out().println(session.client().jobs().delete(uuid));
    }
}
