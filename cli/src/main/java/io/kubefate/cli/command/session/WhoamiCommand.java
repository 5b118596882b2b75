package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.context.CommandContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "whoami",
        description = "Shows the user of the connection. The service checks the credentials.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate whoami", "  kubefate whoami --context test -o json"})
public final class WhoamiCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    public WhoamiCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Connection connection = context.connections().chosen();
        String user = context.client()
                .sessions()
                .user()
                .or(() -> configured(connection))
                .orElse("unknown");
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("user", user);
        answer.put("server", connection.target().text());
        connection.context().ifPresent(name -> answer.put("context", name));
        context.print(output.format(), answer, () -> user + "\n");
    }

    /** Services before users return no name. */
    private Optional<String> configured(Connection connection) {
        if (connection.authentication() instanceof Authentication.Password password) {
            return Optional.of(password.username().value());
        }
        return connection
                .context()
                .flatMap(context.connections().contexts().read()::find)
                .flatMap(saved -> saved.user());
    }
}
