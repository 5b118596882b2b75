package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.JarOption;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "install",
        description = "Installs a plugin on all replicas of the service, without a restart.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate plugin install -f fate-1.6.jar")
final class PluginInstallCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private JarOption jar;

    PluginInstallCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Plugin plugin = jar.upload(context, context.client().plugins()::install);
        PluginCommand.printChange(context, plugin, "installed");
    }
}
