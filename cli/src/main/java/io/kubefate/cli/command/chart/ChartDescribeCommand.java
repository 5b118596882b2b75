package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import io.kubefate.cli.view.ChartView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a chart that can be installed.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart describe fate/v1.5.0")
final class ChartDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(
            paramLabel = "CHART",
            description = "The chart: name, name/version or name/version/engine, or a UUID or its first digits.")
    private Reference reference;

    @Mixin
    private OutputOption output;

    ChartDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Chart chart = context.client().charts().find(new Resolver(context.client()).chart(reference));
        context.print(output.format(), chart, ChartView.describe(chart));
    }
}
