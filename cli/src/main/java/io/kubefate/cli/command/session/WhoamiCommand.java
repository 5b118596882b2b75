package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.CurrentUser;
import io.kubefate.api.RoleGrant;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.context.CommandContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "whoami",
        description = "Shows the user of the connection and the roles. The service checks the credentials.",
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
        Optional<CurrentUser> current = context.client().sessions().user();
        String user =
                current.map(CurrentUser::name).or(() -> configured(connection)).orElse("unknown");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("user", user);
        answer.put("server", connection.target().text());
        connection.context().ifPresent(name -> answer.put("context", name));
        current.ifPresent(found -> {
            answer.put("groups", found.groups());
            answer.put("grants", found.grants());
        });
        List<RoleGrant> grants = current.map(CurrentUser::grants).orElse(List.of());
        context.print(output.format(), answer, () -> user + "\n" + text(grants));
    }

    private static String text(List<RoleGrant> grants) {
        return grants.stream()
                .map(grant -> "  " + grant.role() + " in "
                        + (grant.namespace().equals("*") ? "all namespaces" : grant.namespace())
                        + (grant.subjectKind().equals("group") ? ", as a member of " + grant.subject() : "") + "\n")
                .collect(Collectors.joining());
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
