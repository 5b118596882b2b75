package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.cli.command.option.PasswordOption;
import io.kubefate.cli.context.CommandContext;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "passwd",
        description = {
            "Sets the password of a user, and ends all sessions of this user.",
            "For your own password, the command asks for the current one."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate user passwd ann", "  kubefate user passwd ann --generate-password"})
final class UserPasswdCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The name or UUID of the user.")
    private String user;

    @Option(names = "--current", description = "Ask for the current password: required to change your own.")
    private boolean current;

    @Mixin
    private PasswordOption password;

    UserPasswdCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Account account = context.client().users().find(user);
        Optional<String> known =
                current ? Optional.of(PasswordOption.ask(context, "Current password of " + user)) : Optional.empty();
        String secret = password.read(context, user);
        context.client().users().setPassword(account, known.orElse(null), secret);
        context.err().println("the password of user " + user + " is changed");
        if (password.isGenerated()) {
            context.print(secret + "\n");
        }
    }
}
