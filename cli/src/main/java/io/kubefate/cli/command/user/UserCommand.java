package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
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
    public List<String> names() {
        return List.of("list", "describe", "create", "passwd", "enable", "disable", "delete");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new UserListCommand(context));
            case "describe" -> Optional.of(new UserDescribeCommand(context));
            case "create" -> Optional.of(new UserCreateCommand(context));
            case "passwd" -> Optional.of(new UserPasswdCommand(context));
            case "enable" -> Optional.of(new UserEnableCommand(context));
            case "disable" -> Optional.of(new UserDisableCommand(context));
            case "delete", "del" -> Optional.of(new UserDeleteCommand(context));
            default -> Optional.empty();
        };
    }
}
