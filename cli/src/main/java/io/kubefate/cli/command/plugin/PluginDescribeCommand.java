package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows one plugin: what it serves, who installed it, which clusters use it.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin describe fate-1.5", "  kubefate plugin describe fate-1.5 -o yaml"})
final class PluginDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    @Mixin
    private OutputOption output;

    PluginDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Plugin plugin = context.client().plugins().find(id);
        context.print(output.format(), plugin, () -> table(plugin));
    }

    private Table table(Plugin plugin) {
        String clusters =
                plugin.clusters().stream().map(PluginDescribeCommand::line).collect(Collectors.joining("\n"));
        return new Table()
                .row("Id", plugin.id())
                .row("Version", plugin.version())
                .row("State", plugin.state())
                .row("Reason", Wrap.wrap(plugin.reason(), context.terminal().textWidth()))
                .row("Serves", String.join("\n", plugin.releases()))
                .row("Provider", plugin.provider())
                .row(
                        "Description",
                        Wrap.wrap(plugin.description(), context.terminal().textWidth()))
                .row("Signer", plugin.signer())
                .row("File", plugin.file() + ", " + plugin.size() + " bytes, by " + plugin.source())
                .row("SHA-256", plugin.sha256())
                .row("Installed", context.timestamps().format(plugin.installedAt()))
                .row("Changed", context.timestamps().format(plugin.changedAt()) + " by " + plugin.changedBy())
                .row("Loaded", context.timestamps().format(plugin.loadedAt()))
                .row("Clusters", clusters);
    }

    private static String line(PluginCluster cluster) {
        return cluster.uuid() + "  " + cluster.text();
    }
}
