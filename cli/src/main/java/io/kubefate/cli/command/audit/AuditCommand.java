package io.kubefate.cli.command.audit;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Shows who requested what.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate audit list", "  kubefate audit list --cluster fate-9999 --since 24h"})
public final class AuditCommand {

    private AuditCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new AuditCommand()).addSubcommand(new AuditListCommand(context));
    }
}
