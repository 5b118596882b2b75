package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
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
    public List<Object> subcommands() {
        return List.of(
                new PermissionListCommand(context),
                new PermissionGrantCommand(context),
                new PermissionRevokeCommand(context));
    }
}
