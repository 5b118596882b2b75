package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.JarOption;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        description = {
            "Replaces a plugin by a newer version of it, without a restart.",
            "Requests that run end with the version they began with; clusters stay as they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.1.0.jar",
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.0.0.jar --force"
        })
final class PluginUpgradeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The plugin's id.")
    private String id;

    @Mixin
    private JarOption jar;

    @Option(names = "--force", description = "Also take an older version, or another jar of the same version.")
    private boolean force;

    PluginUpgradeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Plugin plugin =
                jar.send(context, (file, progress) -> context.client().plugins().upgrade(id, file, force, progress));
        PluginCommand.tell(context, plugin, "installed");
    }
}
