package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubefate plugin upgrade}. */
@Command(
        name = "upgrade",
        description = {
            "Replaces a plugin by a newer version of it, without a restart.",
            "Requests that run end with the version they began with; clusters stay as they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.1.0.jar",
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.0.0.jar --force"
        })
public final class PluginUpgradeCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    @Mixin
    private JarOption jar;

    @Option(names = "--force", description = "Also take an older version, or another jar of the same version.")
    private boolean force;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginUpgradeCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        Plugin plugin =
                jar.send(session, (file, progress) -> session.client().plugins().upgrade(id, file, force, progress));
        PluginCommand.tell(session, plugin, "installed");
    }
}
