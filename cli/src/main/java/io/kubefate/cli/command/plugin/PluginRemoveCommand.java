package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        aliases = {"del", "delete"},
        description = "Removes a plugin from all replicas of the service, without a restart.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin remove fate-1.5", "  kubefate plugin del fate-1.5 --force"})
final class PluginRemoveCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "PLUGIN", description = "The id of the plugin.")
    private String id;

    @Option(
            names = "--force",
            description = "Remove the plugin even if clusters use it. They can still be described and deleted.")
    private boolean force;

    @Mixin
    private Confirmation confirmation;

    PluginRemoveCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        if (!confirmation.isGiven(context, () -> "Remove the plugin " + id + " from all replicas of the service?")) {
            return 1;
        }
        context.client().plugins().remove(id, force);
        context.out().println("plugin " + id + " is removed");
        return 0;
    }
}
