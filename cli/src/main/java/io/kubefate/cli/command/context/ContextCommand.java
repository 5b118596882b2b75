package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
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
    public List<Object> subcommands() {
        return List.of(
                new ContextListCommand(context),
                new ContextShowCommand(context),
                new ContextUseCommand(context),
                new ContextSetCommand(context),
                new ContextDeleteCommand(context));
    }
}
