package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.PasswordOption;
import io.kubefate.cli.context.CommandContext;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = {
            "Creates a user, who has no permissions yet; see kubefate permission grant.",
            "Asks for the password, unless an option says where it comes from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate user create ann --email ann@example.com",
            "  kubefate user create portal --generate-password > password.txt"
        })
final class UserCreateCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "The name of the user.")
    private String name;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The email address of the user.")
    private Optional<String> email = Optional.empty();

    @Mixin
    private PasswordOption password;

    UserCreateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        String secret = password.read(context, name);
        context.client().users().create(name, email, secret);
        context.err().println("user " + name + " is created");
        if (password.isGenerated()) {
            context.print(secret + "\n");
        }
    }
}
