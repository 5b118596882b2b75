package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.PluginView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a plugin, its releases, its history and the clusters that use it.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin describe fate-1.5", "  kubefate plugin describe fate-1.5 -o yaml"})
final class PluginDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "PLUGIN", description = "The id of the plugin.")
    private String id;

    @Mixin
    private OutputOption output;

    PluginDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Plugin plugin = context.client().plugins().find(id);
        PluginView view =
                new PluginView(context.timestamps(), context.terminal().textWidth());
        context.print(output.format(), plugin, view.describe(plugin));
    }
}
