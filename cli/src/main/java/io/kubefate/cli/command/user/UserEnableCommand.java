package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "enable",
        description = "Lets a disabled user log in again.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate user enable ann")
final class UserEnableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The name or UUID of the user.")
    private String user;

    UserEnableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.client().users().setEnabled(context.client().users().find(user), true);
        context.print("user " + user + " is enabled\n");
    }
}
