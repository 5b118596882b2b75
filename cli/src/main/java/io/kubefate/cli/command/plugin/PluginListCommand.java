package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.PluginView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = {
            "Lists the installed plugins: loaded, disabled, or rejected with a reason.",
            "Also lists jars in the service's plugins folder that are not installed: refused with a reason."
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
        PluginView view =
                new PluginView(context.timestamps(), context.terminal().textWidth());
        context.print(output.format(), plugins, view.list(plugins));
    }
}
