package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Removes the plugin that provides a chart, with all its charts.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart delete 6f1e2c39-1d5b-3f0a-9b6c-0c6c2f4e8a11")
final class ChartDeleteCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the chart.")
    private UUID uuid;

    ChartDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.out().println(context.client().charts().delete(uuid));
    }
}
