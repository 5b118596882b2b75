package io.kubefate.cli.command.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
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
    public List<String> names() {
        return List.of("list");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new AuditListCommand(context));
            default -> Optional.empty();
        };
    }
}
