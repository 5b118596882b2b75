package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "disable",
        description = "Ends the sessions and open streams of a user, who cannot log in until it is enabled again.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate user disable ann")
final class UserDisableCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The name or UUID of the user.")
    private String user;

    UserDisableCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.client().users().setEnabled(context.client().users().find(user), false);
        context.print("user " + user + " is disabled\n");
    }
}
