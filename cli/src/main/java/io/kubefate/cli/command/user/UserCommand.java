package io.kubefate.cli.command.user;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "user",
        description = "Shows, creates, changes and deletes the users of the service.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate user list", "  kubefate user create ann --generate-password"})
public final class UserCommand {

    private UserCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new UserListCommand(context))
                .addSubcommand(new UserDescribeCommand(context))
                .addSubcommand(new UserCreateCommand(context))
                .addSubcommand(new UserPasswdCommand(context))
                .addSubcommand(new UserEnableCommand(context))
                .addSubcommand(new UserDisableCommand(context))
                .addSubcommand(new UserDeleteCommand(context));
    }
}
