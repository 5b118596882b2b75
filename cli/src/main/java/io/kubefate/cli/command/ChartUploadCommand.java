package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate chart upload}. */
@Command(
        name = "upload",
        description = "Installs or upgrades a plugin, which serves FATE releases; as kubefate plugin does.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart upload -f fate-1.6.jar")
public final class ChartUploadCommand implements Runnable {

    private final Session session;

    @Mixin
    private JarOption jar;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ChartUploadCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        jar.send(session, session.client().plugins()::uploadChart);
        session.out().println("Upload file Success");
    }
}
