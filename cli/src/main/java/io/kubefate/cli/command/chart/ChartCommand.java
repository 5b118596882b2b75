package io.kubefate.cli.command.chart;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "chart",
        description = "Shows the charts that can be installed, and uploads and deletes the plugins that provide them.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate chart list", "  kubefate chart example fate v1.5.0 > cluster.yaml"})
public final class ChartCommand {

    private ChartCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new ChartCommand())
                .addSubcommand(new ChartListCommand(context))
                .addSubcommand(new ChartDescribeCommand(context))
                .addSubcommand(new ChartExampleCommand(context))
                .addSubcommand(new ChartUploadCommand(context))
                .addSubcommand(new ChartDeleteCommand(context));
    }
}
