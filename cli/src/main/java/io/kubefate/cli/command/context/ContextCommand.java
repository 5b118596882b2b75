package io.kubefate.cli.command.context;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "context",
        description = {
            "Manages contexts: services and users in ~/.kubefate/config.yaml.",
            "kubefate login adds one. Commands use the current context, unless config.yaml in the working directory or a variable"
                    + " FATECLOUD_… configures the connection."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate context list",
            "  kubefate context use production",
            "  kubefate cluster list --context test"
        })
public final class ContextCommand {

    private ContextCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new ContextCommand())
                .addSubcommand(new ContextListCommand(context))
                .addSubcommand(new ContextShowCommand(context))
                .addSubcommand(new ContextUseCommand(context))
                .addSubcommand(new ContextSetCommand(context))
                .addSubcommand(new ContextDeleteCommand(context));
    }
}
