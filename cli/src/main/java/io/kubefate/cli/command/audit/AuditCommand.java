package io.kubefate.cli.command.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Shows who requested what.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate audit list", "  kubefate audit list --cluster fate-9999 --since 24h"})
public final class AuditCommand implements ParentCommand {

    private final CommandContext context;

    public AuditCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<Object> subcommands() {
        return List.of(new AuditListCommand(context));
    }
}
