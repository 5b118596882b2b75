package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the releases that can be installed.",
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
        List<Chart> charts = context.client().charts();
        context.print(output.format(), charts, () -> table(charts));
    }

    private static Table table(List<Chart> charts) {
        Table table = new Table("UUID", "NAME", "VERSION", "APPVERSION", "ENGINE");
        charts.forEach(
                chart -> table.row(chart.uuid(), chart.name(), chart.version(), chart.appVersion(), chart.engine()));
        return table;
    }
}
