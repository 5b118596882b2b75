package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.ContextFile;
import io.kubefate.cli.configuration.SavedContext;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Connections;
import io.kubefate.cli.error.CommandException;
import picocli.CommandLine.Command;

@Command(
        name = "logout",
        description = {
            "Ends the session of the context, and removes its credentials. The context stays.",
            "An API token remains valid; to revoke it, run: kubefate token revoke"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate logout", "  kubefate logout --context test"})
public final class LogoutCommand implements Runnable {

    private final CommandContext context;

    public LogoutCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ContextFile file = context.connections().contexts().read();
        String name = name(file);
        SavedContext saved = file.get(name);
        if (saved.credentials() instanceof Authentication.LoggedOut) {
            context.print("Not logged in with context " + name + ".\n");
            return;
        }
        if (saved.credentials() instanceof Authentication.Session) {
            end(Connection.of(name, saved, "context " + name));
        }
        context.connections()
                .contexts()
                .update(changed -> changed.with(name, saved.with(saved.user(), new Authentication.LoggedOut())));
        context.print("Logged out of " + saved.target().text() + ".\n");
    }

    private String name(ContextFile file) {
        Connections connections = context.connections();
        return connections
                .named()
                .map(service -> connections
                        .chosen()
                        .context()
                        .orElseThrow(() -> new CommandException("no context has the service " + service.text())))
                .or(() -> connections.options().context())
                .or(file::current)
                .orElseThrow(() -> new CommandException("there is no current context to log out of"));
    }

    /** The credentials are removed even if the service cannot be reached, or has ended the session itself. */
    private void end(Connection connection) {
        try {
            context.client(connection).sessions().logout();
        } catch (CommandException e) {
            context.warn("the service did not end the session, which ends when its token expires: " + e.getMessage());
        }
    }
}
