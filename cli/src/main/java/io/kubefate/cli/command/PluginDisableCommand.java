package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate plugin disable}. */
@Command(
        name = "disable",
        description = {
            "Keeps a plugin installed, but does not load it: nothing can be installed with it.",
            "Its clusters can still be described and deleted."
        },
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin disable fate-1.5")
public final class PluginDisableCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginDisableCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        PluginCommand.tell(session, session.client().plugins().setEnabled(id, false), "disabled");
    }
}
