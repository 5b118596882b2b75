package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = {
            "Lists the installed plugins: loaded, disabled, or rejected with the reason.",
            "Jars in the plugins folder of the service that are not installed follow as refused, with the reason."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin list", "  kubefate plugin ls -o json"})
final class PluginListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    PluginListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Plugin> plugins = context.client().plugins().list();
        context.print(output.format(), plugins, () -> table(plugins));
    }

    private Table table(List<Plugin> plugins) {
        Table table = new Table("ID", "VERSION", "STATE", "CLUSTERS", "FILE", "SERVES / REASON");
        plugins.forEach(plugin -> table.row(
                plugin.id(),
                plugin.version(),
                plugin.state(),
                String.valueOf(plugin.clusters().size()),
                plugin.file(),
                remark(plugin)));
        return table;
    }

    private String remark(Plugin plugin) {
        return plugin.reason().isEmpty()
                ? String.join("\n", plugin.releases())
                : Wrap.wrap(plugin.reason(), context.terminal().textWidth());
    }
}
