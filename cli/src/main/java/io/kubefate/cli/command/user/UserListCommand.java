package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.UserView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the users.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate user list", "  kubefate user ls -o json"})
final class UserListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    UserListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Account> users = context.client().users().list();
        context.print(output.format(), users, new UserView(context.timestamps()).list(users));
    }
}
