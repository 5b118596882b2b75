package io.kubefate.cli.command.permission;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "permission",
        description = "Shows, grants and revokes the roles of users and groups.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate permission list", "  kubefate permission grant --user ann --role operator -n fate-9999"})
public final class PermissionCommand {

    private PermissionCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new PermissionCommand())
                .addSubcommand(new PermissionListCommand(context))
                .addSubcommand(new PermissionGrantCommand(context))
                .addSubcommand(new PermissionRevokeCommand(context));
    }
}
