package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate plugin install}. */
@Command(
        name = "install",
        description = "Installs a plugin, on all replicas of the service and without a restart.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin install -f fate-1.6.jar")
public final class PluginInstallCommand implements Runnable {

    private final Session session;

    @Mixin
    private JarOption jar;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginInstallCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        Plugin plugin = jar.send(session, session.client().plugins()::install);
        PluginCommand.tell(session, plugin, "installed");
    }
}
