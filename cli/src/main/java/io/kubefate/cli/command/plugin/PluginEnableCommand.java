package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "enable",
        description = "Loads a plugin that was disabled.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin enable fate-1.5")
final class PluginEnableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    PluginEnableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        PluginCommand.tell(context, context.client().plugins().setEnabled(id, true), "enabled");
    }
}
