package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "disable",
        description = {
            "Unloads a plugin, but keeps it installed. Clusters cannot be installed with it.",
            "Its clusters can still be described and deleted."
        },
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin disable fate-1.5")
final class PluginDisableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "PLUGIN", description = "The id of the plugin.")
    private String id;

    PluginDisableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        PluginCommand.printChange(context, context.client().plugins().disable(id), "disabled");
    }
}
