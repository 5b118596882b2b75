package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "permission",
        description = "Shows, grants and revokes the roles of users and groups.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate permission list", "  kubefate permission grant --user ann --role operator -n fate-9999"})
public final class PermissionCommand implements ParentCommand {

    private final CommandContext context;

    public PermissionCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list", "grant", "revoke");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new PermissionListCommand(context));
            case "grant" -> Optional.of(new PermissionGrantCommand(context));
            case "revoke" -> Optional.of(new PermissionRevokeCommand(context));
            default -> Optional.empty();
        };
    }
}
