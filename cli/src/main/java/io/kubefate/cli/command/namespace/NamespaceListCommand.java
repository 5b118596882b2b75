package io.kubefate.cli.command.namespace;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Namespace;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.NamespaceView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the namespaces.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate namespace list", "  kubefate namespace ls -o json"})
final class NamespaceListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    NamespaceListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Namespace> namespaces = context.client().namespaces();
        context.print(output.format(), namespaces, NamespaceView.list(namespaces));
    }
}
