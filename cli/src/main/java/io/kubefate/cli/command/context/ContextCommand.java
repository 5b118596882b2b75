package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "context",
        description = {
            "Manages contexts: services and users in ~/.kubefate/config.yaml.",
            "kubefate login adds one. Commands use the current context, unless config.yaml in the working directory or"
                    + " a variable FATECLOUD_… configures the connection."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate context list",
            "  kubefate context use production",
            "  kubefate cluster list --context test"
        })
public final class ContextCommand implements ParentCommand {

    private final CommandContext context;

    public ContextCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list", "show", "use", "set", "delete");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new ContextListCommand(context));
            case "show" -> Optional.of(new ContextShowCommand(context));
            case "use" -> Optional.of(new ContextUseCommand(context));
            case "set" -> Optional.of(new ContextSetCommand(context));
            case "delete", "del" -> Optional.of(new ContextDeleteCommand(context));
            default -> Optional.empty();
        };
    }
}
