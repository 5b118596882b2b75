package io.kubefate.cli.command.plugin;

import io.kubefate.api.Plugin;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "plugin",
        description = "Shows, installs, upgrades and removes the plugins, each of which serves FATE releases.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin list", "  kubefate plugin install -f fate-1.6.jar"})
public final class PluginCommand {

    private PluginCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new PluginCommand())
                .addSubcommand(new PluginListCommand(context))
                .addSubcommand(new PluginDescribeCommand(context))
                .addSubcommand(new PluginInstallCommand(context))
                .addSubcommand(new PluginUpgradeCommand(context))
                .addSubcommand(new PluginEnableCommand(context))
                .addSubcommand(new PluginDisableCommand(context))
                .addSubcommand(new PluginRemoveCommand(context));
    }

    /** Tells the state after a change; one in which the plugin cannot be used is a failure. */
    static void tell(CommandContext context, Plugin plugin, String done) {
        String what = "plugin " + plugin.id() + " " + plugin.version();
        if (plugin.state().equals("rejected")) {
            throw new CommandException(what + " is " + done + ", but it cannot be loaded: " + plugin.reason());
        }
        String serves = plugin.state().equals("loaded") ? "; it serves " + String.join(", ", plugin.releases()) : "";
        context.out().println(what + " is " + done + serves);
    }
}
