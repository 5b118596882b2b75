package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubefate plugin describe}. */
@Command(
        name = "describe",
        description = "Shows one plugin: what it serves, who installed it, which clusters use it.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin describe fate-1.5", "  kubefate plugin describe fate-1.5 -o yaml"})
public final class PluginDescribeCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public PluginDescribeCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        Plugin plugin = session.client().plugins().find(id);
        session.print(output, plugin, () -> table(plugin));
    }

    private Table table(Plugin plugin) {
        String clusters =
                plugin.clusters().stream().map(PluginDescribeCommand::line).collect(Collectors.joining("\n"));
        return new Table()
                .row("Id", plugin.id())
                .row("Version", plugin.version())
                .row("State", plugin.state())
                .row("Reason", Wrap.wrap(plugin.reason(), session.terminal().textWidth()))
                .row("Serves", String.join("\n", plugin.releases()))
                .row("Provider", plugin.provider())
                .row(
                        "Description",
                        Wrap.wrap(plugin.description(), session.terminal().textWidth()))
                .row("Signer", plugin.signer())
                .row("File", plugin.file() + ", " + plugin.size() + " bytes, by " + plugin.source())
                .row("SHA-256", plugin.sha256())
                .row("Installed", session.timestamps().format(plugin.installedAt()))
                .row("Changed", session.timestamps().format(plugin.changedAt()) + " by " + plugin.changedBy())
                .row("Loaded", session.timestamps().format(plugin.loadedAt()))
                .row("Clusters", clusters);
    }

    private static String line(PluginCluster cluster) {
        return cluster.uuid() + "  " + cluster.text();
    }
}
