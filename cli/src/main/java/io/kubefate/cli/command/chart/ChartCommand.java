package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
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
    public List<String> names() {
        return List.of("list", "describe", "example", "upload", "delete");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new ChartListCommand(context));
            case "describe" -> Optional.of(new ChartDescribeCommand(context));
            case "example" -> Optional.of(new ChartExampleCommand(context));
            case "upload" -> Optional.of(new ChartUploadCommand(context));
            case "delete", "del" -> Optional.of(new ChartDeleteCommand(context));
            default -> Optional.empty();
        };
    }
}
