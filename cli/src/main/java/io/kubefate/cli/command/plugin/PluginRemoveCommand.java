package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        aliases = {"del", "delete"},
        description = "Removes a plugin from all replicas of the service, without a restart.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin remove fate-1.5", "  kubefate plugin del fate-1.5 --force"})
final class PluginRemoveCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The id of the plugin.")
    private String id;

    @Option(
            names = "--force",
            description = "Remove the plugin even if clusters use it. They can still be described and deleted.")
    private boolean force;

    PluginRemoveCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.client().plugins().remove(id, force);
        context.out().println("plugin " + id + " is removed");
    }
}
