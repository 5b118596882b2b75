package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "disable",
        description = {
            "Keeps a plugin installed, but does not load it: nothing can be installed with it.",
            "Its clusters can still be described and deleted."
        },
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin disable fate-1.5")
final class PluginDisableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    PluginDisableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        PluginCommand.tell(context, context.client().plugins().setEnabled(id, false), "disabled");
    }
}
