package io.kubefate.cli.command.namespace;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "namespace",
        description = "Shows the namespaces of the service's Kubernetes cluster.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate namespace list")
public final class NamespaceCommand {

    private NamespaceCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new NamespaceCommand()).addSubcommand(new NamespaceListCommand(context));
    }
}
