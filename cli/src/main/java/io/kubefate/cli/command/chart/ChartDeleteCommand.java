package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Removes the plugin that provides a chart, with all its charts.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart delete fate/v1.5.0")
final class ChartDeleteCommand implements Runnable {

    private final CommandContext context;

    @Parameters(
            paramLabel = "CHART",
            description = "The chart: name, name/version or name/version/engine, or a UUID or its first digits.")
    private Reference chart;

    ChartDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.out().println(context.client().charts().delete(new Resolver(context.client()).chart(chart)));
    }
}
