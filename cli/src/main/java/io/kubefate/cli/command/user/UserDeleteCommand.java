package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Deletes a user with its tokens and permissions.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate user delete ann", "  kubefate user del ann --yes"})
final class UserDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The name or UUID of the user.")
    private String user;

    @Mixin
    private Confirmation confirmation;

    UserDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Account account = context.client().users().find(user);
        if (!confirmation.isGiven(context, () -> "Delete the user " + account.username() + "?")) {
            return 1;
        }
        context.client().users().delete(account);
        context.print("user " + account.username() + " is deleted\n");
        return 0;
    }
}
