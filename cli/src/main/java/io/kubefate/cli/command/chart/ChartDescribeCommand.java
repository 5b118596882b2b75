package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.ChartView;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a chart that can be installed.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart describe 6f1e2c39-1d5b-3f0a-9b6c-0c6c2f4e8a11")
final class ChartDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the chart.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ChartDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Chart chart = context.client().charts().find(uuid);
        context.print(output.format(), chart, () -> ChartView.description(chart));
    }
}
