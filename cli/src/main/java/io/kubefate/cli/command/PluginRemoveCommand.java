package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubefate plugin remove}. */
@Command(
        name = "remove",
        aliases = {"del", "delete"},
        description = "Removes a plugin, on all replicas of the service and without a restart.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin remove fate-1.5", "  kubefate plugin del fate-1.5 --force"})
public final class PluginRemoveCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    @Option(
            names = "--force",
            description = "Also while clusters use it; they stay, and can still be described and deleted.")
    private boolean force;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginRemoveCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        session.client().plugins().remove(id, force);
        session.out().println("plugin " + id + " is removed");
    }
}
