package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "user",
        description = "Shows, creates, changes and deletes the users of the service.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate user list", "  kubefate user create ann --generate-password"})
public final class UserCommand implements ParentCommand {

    private final CommandContext context;

    public UserCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<Object> subcommands() {
        return List.of(
                new UserListCommand(context),
                new UserDescribeCommand(context),
                new UserCreateCommand(context),
                new UserPasswdCommand(context),
                new UserEnableCommand(context),
                new UserDisableCommand(context),
                new UserDeleteCommand(context));
    }
}
