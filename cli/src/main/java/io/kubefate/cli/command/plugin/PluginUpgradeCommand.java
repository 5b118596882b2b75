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
            "Replaces a plugin with a newer version, without a restart.",
            "Running requests finish with the previous version. Clusters do not change."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.1.0.jar",
            "  kubefate plugin upgrade fate-1.5 -f fate-1.5-3.0.0.jar --force"
        })
final class PluginUpgradeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "PLUGIN", description = "The id of the plugin.")
    private String id;

    @Mixin
    private JarOption jar;

    @Option(names = "--force", description = "Accept an older version, or a different jar of the same version.")
    private boolean force;

    PluginUpgradeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Plugin plugin = jar.upload(
                context, (file, progress) -> context.client().plugins().upgrade(id, file, force, progress));
        PluginCommand.printChange(context, plugin, "installed");
    }
}
