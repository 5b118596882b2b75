package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate plugin enable}. */
@Command(
        name = "enable",
        description = "Loads a plugin that was disabled.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin enable fate-1.5")
public final class PluginEnableCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginEnableCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        PluginCommand.tell(session, session.client().plugins().setEnabled(id, true), "enabled");
    }
}
