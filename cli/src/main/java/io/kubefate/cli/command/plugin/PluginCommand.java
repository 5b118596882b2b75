package io.kubefate.cli.command.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "plugin",
        description = "Shows, installs, upgrades and removes plugins. Plugins provide the FATE releases.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin list", "  kubefate plugin install -f fate-1.6.jar"})
public final class PluginCommand implements ParentCommand {

    private final CommandContext context;

    public PluginCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list", "describe", "install", "upgrade", "enable", "disable", "remove");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new PluginListCommand(context));
            case "describe" -> Optional.of(new PluginDescribeCommand(context));
            case "install" -> Optional.of(new PluginInstallCommand(context));
            case "upgrade" -> Optional.of(new PluginUpgradeCommand(context));
            case "enable" -> Optional.of(new PluginEnableCommand(context));
            case "disable" -> Optional.of(new PluginDisableCommand(context));
            case "remove", "del", "delete" -> Optional.of(new PluginRemoveCommand(context));
            default -> Optional.empty();
        };
    }

    /**
     * Prints the result of a change.
     *
     * @param change for example {@code installed}
     * @throws CommandException if the plugin cannot be loaded
     */
    static void printChange(CommandContext context, Plugin plugin, String change) {
        String message = "plugin " + plugin.id() + " " + plugin.version() + " is " + change;
        PluginState state = PluginState.of(plugin);
        if (state == PluginState.REJECTED) {
            throw new CommandException(message + ", but it cannot be loaded: " + plugin.reason());
        }
        String releases = state == PluginState.LOADED ? "; it serves " + String.join(", ", plugin.releases()) : "";
        context.out().println(message + releases);
    }
}
