package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "chart",
        description = "Shows the charts that can be installed, and uploads and deletes the plugins that provide them.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate chart list", "  kubefate chart example fate v1.5.0 > cluster.yaml"})
public final class ChartCommand implements ParentCommand {

    private final CommandContext context;

    public ChartCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<Object> subcommands() {
        return List.of(
                new ChartListCommand(context),
                new ChartDescribeCommand(context),
                new ChartExampleCommand(context),
                new ChartUploadCommand(context),
                new ChartDeleteCommand(context));
    }
}
