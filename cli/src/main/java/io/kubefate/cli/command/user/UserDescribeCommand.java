package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a user.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate user describe ann")
final class UserDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The name or UUID of the user.")
    private String user;

    @Mixin
    private OutputOption output;

    UserDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Account found = context.client().users().find(user);
        context.print(output.format(), found, new UserView(context.timestamps()).describe(found));
    }
}
