package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ApiToken;
import io.kubefate.cli.command.option.PointInTime;
import io.kubefate.cli.context.CommandContext;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        description = {
            "Creates an API token, and prints it alone to standard output. It is shown only once.",
            "The token has the permissions of its owner."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate token create portal > token.txt",
            "  kubefate token create portal --expires 720h",
            "  kubefate token create ci --user robot --expires 2027-01-31T00:00:00Z"
        })
final class TokenCreateCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What the token is for.")
    private String name;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description =
                    "When the token expires: for example 720h from now, or 2027-01-31T00:00:00Z. Default: 90 days.")
    private Optional<String> expires = Optional.empty();

    @Option(names = "--user", paramLabel = "USER", description = "The owner of the token. Default: you.")
    private Optional<String> user = Optional.empty();

    TokenCreateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ApiToken token = context.client().tokens().create(name, expires.map(this::time), user);
        context.err()
                .println("token " + token.uuid() + " of " + token.user() + " is created; it expires "
                        + context.timestamps().format(token.expires()) + ". Store it now: it is not shown again.");
        context.print(token.token() + "\n");
    }

    private Instant time(String text) {
        Instant now = context.environment().clock().instant();
        return PointInTime.after(now, text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "invalid time for --expires: " + text + "; use for example 720h or 2027-01-31T00:00:00Z"));
    }
}
