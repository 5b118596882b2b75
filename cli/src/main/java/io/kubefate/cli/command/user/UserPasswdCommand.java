package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.api.CurrentUser;
import io.kubefate.cli.command.option.PasswordOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "passwd",
        description = {
            "Sets the password of a user, and ends all sessions of this user.",
            "For your own password, the command asks for the current one; with --password-stdin, it is the first line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate user passwd",
            "  kubefate user passwd ann",
            "  kubefate user passwd ann --generate-password"
        })
final class UserPasswdCommand implements Runnable {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "USER", description = "The name or UUID of the user. Default: yourself.")
    private Optional<String> user = Optional.empty();

    @Mixin
    private PasswordOption password;

    UserPasswdCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Optional<CurrentUser> self = context.client().sessions().user();
        if (user.isEmpty() || self.filter(this::isNamed).isPresent()) {
            changeOwn(self.orElseThrow(
                    () -> new CommandException("this service is too old to change your own password; specify USER")));
        } else {
            Account account = context.client().users().find(user.get());
            change(account.uuid(), account.username(), null);
        }
    }

    private boolean isNamed(CurrentUser self) {
        return user.filter(name -> name.equals(self.name()) || name.equals(self.uuid()))
                .isPresent();
    }

    private void changeOwn(CurrentUser self) {
        String uuid = Optional.ofNullable(self.uuid())
                .orElseThrow(() -> new CommandException(
                        self.name() + " is a user of the identity provider; change the password there"));
        change(uuid, self.name(), password.readCurrent(context, self.name()));
    }

    private void change(String uuid, String name, @Nullable String current) {
        String secret = password.read(context, name);
        context.client().users().setPassword(uuid, current, secret);
        context.err().println("the password of user " + name + " is changed");
        if (password.isGenerated()) {
            context.print(secret + "\n");
        }
    }
}
