package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate chart delete}. */
@Command(
        name = "delete",
        aliases = "del",
        description = "Removes the plugin that serves a release, and with it all its releases.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart delete 6f1e2c39-1d5b-3f0a-9b6c-0c6c2f4e8a11")
public final class ChartDeleteCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The chart's id.")
    private UUID uuid;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ChartDeleteCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        session.out().println(session.client().plugins().deleteChart(uuid));
    }
}
