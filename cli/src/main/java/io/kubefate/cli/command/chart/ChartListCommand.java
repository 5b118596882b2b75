package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.ChartView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the charts that can be installed.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate chart list", "  kubefate chart ls -o json"})
final class ChartListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    ChartListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Chart> charts = context.client().charts().list();
        context.print(output.format(), charts, ChartView.list(charts));
    }
}
