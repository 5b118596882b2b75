package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Removes the plugin that provides a chart, with all its charts.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart delete fate/v1.5.0")
final class ChartDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "CHART",
            description = "The chart: name, name/version or name/version/engine, or a UUID or its first digits.")
    private Reference chart;

    @Mixin
    private Confirmation confirmation;

    ChartDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        UUID uuid = new Resolver(context.client()).chart(chart);
        if (!confirmation.isGiven(
                context, () -> question(context.client().charts().find(uuid)))) {
            return 1;
        }
        context.out().println(context.client().charts().delete(uuid));
        return 0;
    }

    private static String question(Chart found) {
        return "Remove the plugin " + found.plugin() + " with all its charts, also " + found.name() + " "
                + found.version() + "?";
    }
}
