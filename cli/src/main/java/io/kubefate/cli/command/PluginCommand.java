package io.kubefate.cli.command;

import io.kubefate.api.Plugin;
import io.kubefate.cli.error.CommandException;
import picocli.CommandLine.Command;

/** Shows and changes the plugins, each of which serves FATE releases. A group; its commands are added where the command line is put together. */
@Command(
        name = "plugin",
        description = "Shows, installs, upgrades and removes the plugins, each of which serves FATE releases.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate plugin list", "  kubefate plugin install -f fate-1.6.jar"})
public final class PluginCommand {

    /** Tells the state after a change; one in which the plugin cannot be used is a failure. */
    static void tell(Session session, Plugin plugin, String done) {
        String what = "plugin " + plugin.id() + " " + plugin.version();
        if (plugin.state().equals("rejected")) {
            throw new CommandException(what + " is " + done + ", but it cannot be loaded: " + plugin.reason());
        }
        String serves = plugin.state().equals("loaded") ? "; it serves " + String.join(", ", plugin.releases()) : "";
        session.out().println(what + " is " + done + serves);
    }
}
