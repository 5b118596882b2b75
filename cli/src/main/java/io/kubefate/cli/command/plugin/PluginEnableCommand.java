package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "enable",
        description = "Loads a disabled plugin.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin enable fate-1.5")
final class PluginEnableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "PLUGIN", description = "The id of the plugin.")
    private String id;

    PluginEnableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        PluginCommand.printChange(context, context.client().plugins().enable(id), "enabled");
    }
}
