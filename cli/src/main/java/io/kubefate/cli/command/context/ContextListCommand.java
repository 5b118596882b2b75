package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.configuration.ContextFile;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the contexts. The current one has a *.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate context list", "  kubefate context list -o json"})
final class ContextListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    ContextListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ContextFile file = context.connections().contexts().read();
        List<ContextRow> rows = file.names().stream()
                .map(name -> ContextRow.of(
                        name, file.get(name), file.current().equals(Optional.of(name)), context.timestamps()))
                .toList();
        context.print(output.format(), rows, ContextRow.list(rows));
    }
}
