package io.kubefate.cli.command.namespace;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "namespace",
        description = "Shows the namespaces of the service's Kubernetes cluster.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate namespace list")
public final class NamespaceCommand implements ParentCommand {

    private final CommandContext context;

    public NamespaceCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new NamespaceListCommand(context));
            default -> Optional.empty();
        };
    }
}
